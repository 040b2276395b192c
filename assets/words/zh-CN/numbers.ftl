# 输入有什么问题，应该怎么写。

numbers-quoted = “{ $text }”
numbers-empty = 这里还没有填写；请填一个数，例如 { $example }
numbers-not-a-number = { $text } 不是数；请填一个数，例如 { $example }
numbers-unclear = { $text } 写法不明确：您要写的是 { $meant }？
numbers-either = { $first } 还是 { $second }
numbers-low-above-high = 下限 { $low } 高于上限 { $high }；请把较小的数写在前面
numbers-likely-outside = 最可能值 { $likely } 不在 { $low } 至 { $high } 之间；请放宽区间或修改数值
numbers-rate-outside = { $text } 不在 0 至 100% 之间；请填一个比率，例如 5.5%
numbers-negative = { $text } 小于 0；请填 0 或更大的数
numbers-not-whole = { $text } 不是整数；请填一个整数，例如 { $example }
numbers-no-range-here = 这里只能填一个数，不能填区间；例如 { $example }
numbers-too-many-digits = { $digits ->
    [0] 该货币没有小数
   *[other] 该货币最多 { $digits } 位小数
  }；请四舍五入
numbers-too-large = { $text } 太大；请检查零的个数
numbers-not-a-date = { $text } 不是日期；请写明年月日，例如 2027-03-31
numbers-date-hint = 年-月-日
numbers-unfinished = { $text } 还没有写完。算式以 = 开头，例如 =30000*5；*1.1、+10%、-5% 在原来的数上增减
numbers-percent-of-what = { $text }：是谁的百分比？请写成 =30000*(1+10%)，或只写 +10%，在原来的数上增加
numbers-by-nothing = { $text } 除以了 0；请换一个除数
numbers-nothing-there = { $text } 要在原来的数上增减，但这里还没有数；请先填一个，例如 1,200

# 正在输入的内容读作多少，显示在字段旁边。
numbers-reading = = { $value }
numbers-reading-rounded = ≈ { $value }
