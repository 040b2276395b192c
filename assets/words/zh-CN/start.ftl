# 开始页的词句。

start-claim = 从每一元预算，一路算到目标
start-circles = 数字与圆面积：同一场活动的投入产出比，只多花 5 万元奖励分享
start-funnel = 漏斗
start-follow = 关注
start-share = 分享
start-customers = { $n ->
   *[other] { $shown } 个客户
}
start-begin = 开始
start-worked-case = 打开范例
start-worked-case-words = 即时通讯云：12 个渠道、1 场共享活动、1 次波纹，边看边学
start-blank = 新建空白规划
start-blank-words = 从一个目标开始，八个问题依次作答
start-open = 打开文件…
start-open-words = 也可以把规划文件拖到这里
start-recent = 最近
start-plan = 规划
start-opened = 上次打开
start-open-recent = 打开 { $file }
start-today = 今天 { $time }
start-yesterday = 昨天 { $time }
start-files = 规划文件只存在您的电脑上，纯文本，可比较，可合并
start-new-plan-title = 新规划
