# Words of the explanations that stand behind calculated numbers.
