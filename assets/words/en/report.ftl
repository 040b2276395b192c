# Words of the report in its text forms.
