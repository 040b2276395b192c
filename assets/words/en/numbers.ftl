# What is wrong with something typed, and what to write instead.

numbers-quoted = "{ $text }"
numbers-empty = Nothing is written here; write a number such as { $example }
numbers-not-a-number = { $text } is no number; write one such as { $example }
numbers-unclear = { $text } is not clear: did you mean { $meant }?
numbers-either = { $first } or { $second }
numbers-low-above-high = Low end { $low } is above the high end { $high }; write the smaller one first
numbers-likely-outside = The likely value { $likely } lies outside { $low } to { $high }; widen the range or change the value
numbers-rate-outside = { $text } lies outside 0 to 100 %; write a rate such as 5.5 %
numbers-negative = { $text } is below 0; write 0 or more
numbers-not-whole = { $text } is no whole number; write one such as { $example }
numbers-no-range-here = Only one number fits here, not a range; write one such as { $example }
numbers-too-many-digits = { $digits ->
    [0] This currency has no digits after the point
    [one] This currency has at most one digit after the point
   *[other] This currency has at most { $digits } digits after the point
  }; round the amount
numbers-too-large = { $text } is too large; check the number of zeros
numbers-not-a-date = { $text } is not a date; write year, month and day, such as 2027-03-31
numbers-date-hint = YYYY-MM-DD
numbers-unfinished = { $text } is not finished. A calculation begins with =, such as =30000*5; *1.1, +10% and -5% change the number that was here
numbers-percent-of-what = { $text }: a percentage of what? Write =30000*(1+10%), or +10% alone for the number that was here
numbers-by-nothing = { $text } divides by 0; write another number there
numbers-nothing-there = { $text } changes a number, and here is none yet; write one such as 1,200

# The value of what is being typed, beside its field.
numbers-reading = = { $value }
numbers-reading-rounded = ≈ { $value }
