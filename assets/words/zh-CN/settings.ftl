# 设置的用语。

settings-tab = 设置
settings-sentence = 整个规划的前提

# 规划的基本信息。
settings-plan = 本规划
settings-plan-subtitle = 保存在规划文件里
settings-title = 标题
settings-title-hint = 规划的名称
settings-company = 公司
settings-company-hint = 谁在规划
settings-period = 规划期
settings-from = 从
settings-for = 共
settings-start = 第一天
settings-months = 月数
settings-months-unit = 个月
settings-months-problem = 请填 1 至 120 个月
settings-period-says = { $period }
settings-currency = 货币
settings-calendar = 市场日历
settings-step-calendar = 市场日历
settings-currency-hint = 金额的数字保持不变，不按汇率换算
settings-currency-too-fine = { $digits ->
    [0] { $code } 没有小数
   *[other] { $code } 只有 { $digits } 位小数
  }，而规划里有 { $amount }；请先把这样的金额四舍五入
settings-currency-too-large = { $amount } 对于 { $code } 的位数太大；请检查零的个数
settings-currency-broken = 规划里有一个不是数的值；请先改正
settings-note = 规划的备注
settings-note-hint = 读者必须知道的来源与假设

settings-cny = 人民币
settings-usd = 美元
settings-eur = 欧元
settings-hkd = 港元
settings-twd = 新台币
settings-jpy = 日元
settings-krw = 韩元
settings-sgd = 新加坡元
settings-myr = 马来西亚林吉特
settings-thb = 泰铢
settings-vnd = 越南盾
settings-inr = 印度卢比
settings-aud = 澳大利亚元
settings-gbp = 英镑
settings-chf = 瑞士法郎
settings-cad = 加拿大元
settings-aed = 阿联酋迪拉姆
settings-kwd = 科威特第纳尔

# 程序。
settings-program = 本程序
settings-program-subtitle = 保存在这台电脑上
settings-language = 语言
settings-theme = 主题
settings-system = 跟随系统
settings-light = 浅色
settings-dark = 深色
settings-versions = 历史版本
settings-versions-hint = 每次保存都会把之前的内容留在 { $folder }
settings-versions-remove = 全部删除…
settings-zoom-larger = 整体放大
settings-zoom-smaller = 整体缩小
settings-zoom-usual = 恢复系统大小
settings-typing = 数字字段可以计算：=30000*5；*1.1、+10%、+5000 在原来的数上增减

# 撤销的步骤。
settings-step-title = 修改标题
settings-step-company = 修改公司
settings-step-start = 修改第一天
settings-step-months = 修改月数
settings-step-currency = 修改货币
settings-step-note = 修改规划的备注
