# 命令行的用语。

terminal-help-head = 波纹规划 { $version }：规划 B2B 营销的一个季度或一年
terminal-help-window = 打开窗口；不写 PLAN 时打开起始页
terminal-help-new = 新建规划文件，绝不覆盖已有文件
terminal-help-summary = 输出规划的摘要
terminal-help-check = 指出规划中需要改进之处
terminal-help-solve = 计算一个波纹，输入输出均为 JSON
terminal-help-schema = 输出摘要的 JSON Schema（结构说明）
terminal-help-formats = text（默认）、markdown、csv、json
terminal-help-stdin = 文本写到标准输出，加 --output 则写入文件
terminal-help-status = 退出状态：0 完成，1 答案为否，2 用法有误或文件无法读写
terminal-blank-title = 新规划
terminal-finding = { $severity }：{ $message }（{ $place }）
terminal-unknown-command = 没有“{ $name }”这个命令；见 ripple-planner --help
terminal-unknown-option = 这里没有 { $name } 选项；见 ripple-planner --help
terminal-value-missing = { $name } 需要一个值；见 ripple-planner --help
terminal-unexpected = 多了一个词“{ $word }”；见 ripple-planner --help
terminal-missing = 缺少 { $name }；见 ripple-planner --help
terminal-not-one-of = 这里不认识“{ $value }”；可选：{ $allowed }
terminal-not-yet = 此版本尚不支持“{ $name }”
terminal-output-is-plan = { $path }：这是规划文件本身；请把摘要写到别的文件
terminal-outside = { $field }：{ $value } 不在 { $low } 至 { $high } 之间；请填写其间的数
terminal-ripple-no-follow = share.onsite：“follow” 需要关注这一步；请添加 "follow"，或改写 "funnel"
terminal-ripple-endless = 结果超出了数的范围；请填写 share.audience_limit，或减少 generations
