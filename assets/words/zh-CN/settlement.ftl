# 结算的用语：各方为何付款、转账能否更少、发给合作方的文字。

settlement-share-of = { $ours ->
    [yes] 我方应分摊
   *[no] { $party }应分摊
  } { $share }
settlement-share-of-unpaid = { $ours ->
    [yes] 我方应分摊
   *[no] { $party }应分摊
  } { $share }（其中 { $unpaid } 尚待付给供应商）
settlement-owes = { $share }，已付 { $paid }，还应付 { $open }
settlement-gets = { $share }，已付 { $paid }，应收回 { $open }
settlement-even = { $share }，已付 { $paid }，两清
settlement-we-owe = { $share }，已付 { $paid }，还应付 { $open }
settlement-we-get = { $share }，已付 { $paid }，应收回 { $open }
settlement-pays = { $from }付给{ $to } { $amount }
settlement-count = { $count } 笔转账
settlement-proven = { $transfers }，已证明为最少；若逐一付给各付款方，需 { $direct } 笔
settlement-proven-same = { $transfers }，已证明为最少；逐一付给各付款方也是这么多
settlement-not-proven = { $transfers }，为目前找到的最少，已证明至少需 { $least } 笔；若逐一付给各付款方，需 { $direct } 笔
settlement-direct = { $transfers }，逐一付给各付款方；相互抵销后只需 { $fewest } 笔
settlement-nothing-paid = 尚未付款，各方互不相欠
settlement-all-even = 各方所付正好等于分摊
settlement-unpaid = 还有 { $amount }未付：应付给供应商，不计入转账
settlement-not-split = 费用能够分摊之后才能结算
settlement-paid-too-much = “{ $item }”的付款超过费用；更正金额或付款之后才能结算
settlement-negative = “{ $item }”有小于 0 的金额；更正之后才能结算

# 发给合作方的文字。
settlement-partners-title = { $event }：费用分摊与结算
settlement-partners-title-dated = { $event }（{ $date }）：费用分摊与结算
settlement-partners-total = 总费用 { $amount }，{ $rule }。
settlement-partners-items = 费用明细（{ $unit }）
settlement-partners-item = - { $item }：{ $amount }
settlement-partners-paid-by = { $names }已付
settlement-partners-part = { $party } { $amount }
settlement-partners-nobody = 尚未付款
settlement-partners-only = 仅由{ $names }分摊
settlement-partners-own-rule = { $rule }
settlement-partners-shares = 各方分摊（{ $unit }）
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
