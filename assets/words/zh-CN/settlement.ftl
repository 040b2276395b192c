# 结算的用语：各方为何付款、转账能否更少、发给合作方的文字。

settlement-share-of = { $ours ->
    [yes] 我方应分摊
   *[no] { $party }应分摊
  } { $share }
settlement-gain-of = { $ours ->
    [yes] 我方应分得
   *[no] { $party }应分得
  } { $gain }
settlement-share-with = { $share }（{ $parts }）
settlement-part-unpaid = 其中 { $unpaid } 尚待付给供应商
settlement-part-unreceived = 另有收入 { $unreceived } 尚未到账
settlement-paid = 已付 { $paid }
settlement-received = 已收 { $received }
settlement-paid-and-received = 已付 { $paid }、已收 { $received }
settlement-owes = { $share }，{ $paid }，还应付 { $open }
settlement-gets = { $share }，{ $paid }，应收 { $open }
settlement-even = { $share }，{ $paid }，两清
settlement-we-owe = { $share }，{ $paid }，还应付 { $open }
settlement-we-get = { $share }，{ $paid }，应收 { $open }
settlement-party-gains = { $party }净得 { $amount }
settlement-we-gain = 我方净得 { $amount }
settlement-many-gain = { $count } 方共净得 { $amount }
settlement-clause-comma = ，
settlement-less-income = 费用 { $cost }减收入 { $income }
settlement-pays = { $from }付给{ $to } { $amount }
settlement-count = { $count } 笔转账
settlement-proven = { $transfers }，已证明为最少；若逐一付给各付款方，需 { $direct } 笔
settlement-proven-same = { $transfers }，已证明为最少；逐一付给各付款方也是这么多
settlement-not-proven = { $transfers }，为目前找到的最少，已证明至少需 { $least } 笔；若逐一付给各付款方，需 { $direct } 笔
settlement-direct = { $transfers }，逐一付给各付款方；相互抵销后只需 { $fewest } 笔
settlement-nothing-paid = 尚未付款，各方互不相欠
settlement-all-even = 各方所付正好等于分摊
settlement-all-even-with-income = 各方已付减已收正好等于分摊，两清
settlement-unpaid = 还有 { $amount }未付：应付给供应商，不计入转账
settlement-unreceived = 还有收入 { $amount }未到账，不计入转账
settlement-not-split = 费用能够分摊之后才能结算
settlement-paid-too-much = “{ $item }”的付款超过费用；更正金额或付款之后才能结算
settlement-received-too-much = “{ $item }”的收款超过收入；更正金额或收款之后才能结算
settlement-negative = “{ $item }”有小于 0 的金额；更正之后才能结算

# 发给合作方的文字。
settlement-partners-title = { $event }：费用分摊与结算
settlement-partners-title-dated = { $event }（{ $date }）：费用分摊与结算
settlement-partners-total = 总费用 { $amount }，{ $rule }。
settlement-partners-total-left = { $sums }，总费用 { $amount }，{ $rule }。
settlement-partners-total-gain = { $sums }，净得 { $amount }，{ $rule }。
settlement-partners-items = 费用明细（{ $unit }）
settlement-partners-income = 收入明细（{ $unit }）
settlement-partners-item = - { $item }：{ $amount }
settlement-partners-paid-by = { $names }已付
settlement-partners-part = { $party } { $amount }
settlement-partners-nobody = 尚未付款
settlement-partners-received-by = { $names }已收
settlement-partners-nobody-received = 尚未到账
settlement-partners-only = 仅由{ $names }分摊
settlement-partners-own-rule = { $rule }
settlement-partners-shares = 各方分摊（{ $unit }）
settlement-partners-shares-and-gains = 各方分摊与所得（{ $unit }）
settlement-partners-share = - { $sentence }
settlement-partners-transfers = 谁付给谁（{ $unit }）
settlement-partners-fewest = 共 { $transfers }，不能更少。
settlement-sentence = { $sentence }。
settlement-rule-equal = 各方平均分摊
settlement-rule-weights = 按约定的权重分摊
settlement-rule-percent = 按约定的百分比分摊
settlement-rule-amounts = 按约定的金额分摊
settlement-rule-benefit = 按各方所得分摊
settlement-rule-alone = 按各方单独举办的成本分摊
settlement-rule-equal-savings = 使各方比单独举办节省的金额相同
settlement-rule-airport = 规模的每一级由需要它的各方分摊
settlement-comma = 、
settlement-semicolon = ；
settlement-between-sentences = {""}
