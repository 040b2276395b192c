# 导入实际结果的用语。

import-title = 导入实际结果：{ $name }
import-dry-run = 以下内容将会导入，目前尚未写入任何内容。
import-written = 已写入规划。
import-nothing-new = 规划中已有全部内容，未写入任何内容。
import-in-the-way = 未写入任何内容，原因见下。
import-conflicts = 日期重复
import-conflict = { $campaign }：{ $one } 和 { $other } 都包含 { $from } 至 { $to } 的数据，请去掉其中一个文件
import-months = 按月份和渠道
import-campaigns = 推广计划
import-month = 月份
import-channel = 渠道
import-campaign = 推广计划
import-source = 来源
import-known-by = 对应依据
import-money = 花费（{ $unit }）
import-registrations = 注册
import-clicks = 点击
import-impressions = 展现
import-replaces = 替换原有
import-new = 新增
import-sum = 合计
import-left-out = 不属于本规划
import-undecided = 尚未确定
import-how-said = 本次指定
import-how-earlier = 以前的导入
import-how-name = 名称
import-how-unknown = —
import-over-then =
    { $n ->
        [one] 导入后{ $month }算已结束
       *[other] 导入后，截至{ $month }的月份都算已结束
    }
import-unknown =
    { $n ->
       *[other] 有 { $shown } 个推广计划尚未对应渠道，暂不计入。请用 --map "推广计划=渠道ID" 指定，或用 --map "推广计划=" 说明它不属于本规划。
    }
import-table =
    { $n ->
       *[other] 表头在第 { $line } 行，计入 { $rows } 行，{ $from } 至 { $to }（{ $encoding }）
    }
import-total-agrees = 各行之和与文件自带的合计 { $total } 一致（第 { $line } 行）
import-total-differs = 文件自带的合计为 { $total }（第 { $line } 行），但各行之和为 { $sum }
import-no-total = 各行之和为 { $sum }，文件没有合计行
import-no-money-column = 文件中没有花费
import-unrated = 部分花费的币种是 { $currency }，规划的币种是 { $own }；请用 --rate { $currency }=汇率 说明 1 { $currency } 合多少 { $own }
import-more-lines = { $lines }，另有 { $more } 行
import-why-total = { $n ->
       *[other] 合计行 { $shown } 行
    }：第 { $lines } 行
import-why-preamble = 表格上方的文字{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-footnote = 表格下方的文字{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-empty = 空行或没有数字{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-repeated = 重复的表头{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-other-table = 另一张表格{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-other-currency = 其他币种{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-no-date = 没有可识别的日期{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-no-campaign = 没有推广计划名称，也不是其他行的合计{ $n ->
       *[other] ：第 { $lines } 行
    }
import-why-unreadable = 不是表格中的数据行{ $n ->
       *[other] ：第 { $lines } 行
    }
import-empty-file = 文件是空的，请重新导出报表
import-binary = 既不是文本也不是工作簿，请把报表导出为 CSV 或 XLSX
import-no-text = 无法识别文本编码（最后尝试的是 { $encoding }），请把报表导出为 UTF-8 编码的 CSV，或导出为 XLSX
import-no-table = 没有找到表格，需要有“日期、推广计划、消费”这样的表头行
import-no-money = 表头 { $headings } 中没有花费或结果，需要有“消费”“花费”或“转化”这样的列
import-too-wide = 第 { $line } 行：一行有 { $columns } 个单元格，不是报表；最多读取 16384 列
import-long-row = 第 { $line } 行：这一行没有结束，可能有一个引号没有配对
import-no-number = 第 { $line } 行，“{ $column }”列：“{ $text }”不是数字，请写成 1234.56 这样的数字，或留空
import-out-of-bounds = 第 { $line } 行，“{ $column }”列：“{ $text }”过大或小数位过多，小数点后最多 12 位
import-both-marks = “{ $column }”列：有的数字用点、有的用逗号作小数点，请统一写法
import-open-dates = “{ $text }”可能是日在前，也可能是月在前；请用 --dates dmy 或 --dates mdy 说明
import-both-orders = “{ $one }”是日在前，“{ $other }”是月在前，请统一日期写法
import-no-date = “{ $text }”不是日历上的日期，请在文件中改正
import-no-days = 列和表格上方的文字都没有说明日期；请用 --period 2026-05 或 --period 2026-05-01..2026-05-15 说明
import-no-year = “{ $text }”等月份没有年份，或不在所说的日期范围内（只能各出现一次）；请用 --period 2026 或 --period 2025-11..2026-02 说明
import-nothing-counted = 表格中没有可计入的行，请重新导出包含数据的报表
import-locked = 工作簿有密码保护，请另存为没有密码的文件
import-damaged = 无法读取工作簿（{ $why }），请打开后另存为 XLSX
import-broken = 无法读取工作簿，请打开后另存为 XLSX
import-too-large-unpacked = 工作簿解压后超过 1 GiB，请把报表导出为 CSV
import-other-currency = 花费的币种是 { $found }，规划的币种是 { $own }；请说明 1 { $found } 合多少 { $own }：--rate { $found }=汇率
import-sum-too-large = { $campaign }：合计金额过大，请检查金额是否多写了零
import-no-campaign = --map：文件中没有名为“{ $campaign }”的推广计划，请按报表中的名称填写
import-bad-map = --map：“{ $text }”无法识别，请写成 --map "推广计划=渠道ID"
import-no-channel = --map：规划中没有渠道“{ $channel }”，可选：{ $ids }
import-bad-rate = --rate：“{ $text }”不是汇率，请写出 1 单位外币合多少，例如 --rate USD=7.10
import-bad-period = --period：“{ $text }”不是日期范围，请写月份如 2026-05、年份如 2026，或日期如 2026-05-01..2026-05-15

# 窗口中的对话框。
import-window-title = 导入实际结果
import-window-empty = 广告平台导出的报表和电子表格都可以：CSV、XLSX、XLS、ODS、HTML，常见版式均可识别。点“导入”之前，规划不会有任何改动。
import-window-empty-how = 选择文件、把文件拖到窗口上，或粘贴一块单元格（Ctrl+V）
import-window-no-channels = 规划还没有渠道：可以在这里为推广计划选择新渠道，也可以先到“资源分配”页添加渠道。没有渠道的推广计划会导入，但不计入任何渠道。
import-window-no-plan = 这不是规划文件。要作为报表导入，请先打开它所属的规划或新建规划，再把文件拖进来
import-window-files = 选择文件…
import-window-files-title = 实际结果的报表
import-window-more-files = 更多文件…
import-window-paste = 粘贴
import-window-pasted = 粘贴的单元格
import-window-take-in = 导入
import-window-reading = 正在读取…
import-window-leave-out = 去掉 { $file }
import-window-is-plan = 这是规划文件，不是报表；请用“打开…”打开
import-window-broke-down = 未能读取：程序出错，请保留文件并反馈
import-window-no-currency = 文件没有写明币种，金额按 { $own } 计
import-window-needs-rate = 没有 { $currency } 的汇率，这个文件不会导入
import-window-order = “{ $example }”有两种读法，是哪一天？
import-window-order-name = 日期顺序
import-window-period = 文件没有说明是哪些日期的数据，请填写
import-window-year = “{ $month }”等月份没有写年份，是哪些月份？
import-window-year-hint = 2026 或 2025-11..2026-02
import-window-period-name = 报表的日期范围
import-window-period-hint = 2026-05 或 2026-05-01..2026-05-15
import-window-bad-period = 不是日期范围，请写月份如 2026-05、年份如 2026，或日期如 2026-05-01..2026-05-15
import-window-one = 1 { $currency } =
import-window-rate = 1 { $currency } 合多少 { $own }
import-window-bad-rate = 不是汇率，请写出 1 { $currency } 合多少，例如 7.10
import-window-becomes = { $before } { $currency } 折合 { $after } { $own }
import-window-shows = 显示
import-window-campaigns = { $n ->
   *[other] { $shown } 个推广计划
}
import-window-left-out = { $n ->
    [0] 没有略去的行
   *[other] 略去 { $shown } 行
}
import-window-all-count = 每一行都已计入
import-window-why = 原因和行号
import-window-file = 文件
import-window-before = 导入前
import-window-after = 导入后
import-window-no-part = 不属于本规划
import-window-undecided = 尚未确定
import-window-typed = 以手工填写为准
import-window-typed-hint = 这个月有手工填写的数字，优先于报表，直到从表格中删去
import-window-find = 查找推广计划
import-window-find-channel = 查找渠道
import-window-none-found = 没有这样的名称
import-window-all-decided = 都已确定
import-window-only-open = 只看待定（{ $shown }）
import-window-all-shown = 为这 { $shown } 个统一选择…
import-window-confirm-all = { $n ->
   *[other] 确认 { $shown } 个建议
}
import-window-confirm = 确认：{ $campaign }
import-window-counts-for = { $campaign } 计入
import-window-suggested = 建议
import-window-later = 以后再定
import-window-new-channel = 新渠道：{ $name }
import-window-new-channels = 各建一个新渠道
import-window-more-conflicts = { $n ->
   *[other] 另有 { $shown } 个推广计划日期重复
}
import-window-in-the-way = 有日期重复，请去掉其中一个文件
import-window-nothing = 没有可导入的内容
import-window-nothing-yet = 能读出报表后，这里会按推广计划和月份列出将要导入的内容
import-window-no-change = 规划中已有全部内容，导入不会有任何改动
import-window-comes-in = { $n ->
   *[other] { $shown } 个推广计划，共 { $money }，{ $from } 至 { $to }
}
import-window-by-suggestion = { $n ->
   *[other] { $shown } 个按建议计入
}
import-window-not-decided = { $n ->
   *[other] { $shown } 个尚未确定，不计入任何渠道
}
import-window-semicolon = ；
import-window-came-in = 已导入：{ $what }
import-window-step = 导入 { $file }
import-window-step-files = { $n ->
   *[other] 导入 { $shown } 份报表
}
