# Words of the settings.

settings-tab = Settings
settings-sentence = What the whole plan stands on

# The plan's head.
settings-plan = This plan
settings-plan-subtitle = saved in the plan file
settings-title = Title
settings-title-hint = what the plan is called
settings-company = Company
settings-company-hint = who plans
settings-period = Period
settings-from = from
settings-for = for
settings-start = First day
settings-months = Number of months
settings-months-unit = months
settings-months-problem = Write 1 to 120 months
settings-period-says = { $period }
settings-currency = Currency
settings-calendar = Calendar
settings-step-calendar = the market's calendar
settings-currency-hint = Amounts keep their figures; nothing is converted at a rate
settings-currency-too-fine = { $digits ->
    [0] { $code } has no digits after the point
    [one] { $code } has one digit after the point
   *[other] { $code } has { $digits } digits after the point
  }, but the plan holds { $amount }; round such amounts first
settings-currency-too-large = { $amount } is too large for the digits of { $code }; check the number of zeros
settings-currency-broken = The plan holds a number that is none; mend it first
settings-note = Note on the plan
settings-note-hint = sources and assumptions a reader must know

settings-cny = Chinese yuan
settings-usd = US dollar
settings-eur = Euro
settings-hkd = Hong Kong dollar
settings-twd = New Taiwan dollar
settings-jpy = Japanese yen
settings-krw = South Korean won
settings-sgd = Singapore dollar
settings-myr = Malaysian ringgit
settings-thb = Thai baht
settings-vnd = Vietnamese dong
settings-inr = Indian rupee
settings-aud = Australian dollar
settings-gbp = Pound sterling
settings-chf = Swiss franc
settings-cad = Canadian dollar
settings-aed = UAE dirham
settings-kwd = Kuwaiti dinar

# The program.
settings-program = This program
settings-program-subtitle = kept on this computer
settings-language = Language
settings-theme = Theme
settings-system = As the system
settings-light = Light
settings-dark = Dark
settings-versions = Earlier versions
settings-versions-hint = Each save keeps what was there before, in { $folder }
settings-versions-remove = Delete all…
settings-zoom-larger = Everything larger
settings-zoom-smaller = Everything smaller
settings-zoom-usual = As large as the system asks
settings-typing = Fields for numbers calculate: =30000*5; *1.1, +10% and +5000 change what was there

# Steps of undo.
settings-step-title = Change title
settings-step-company = Change company
settings-step-start = Change first day
settings-step-months = Change number of months
settings-step-currency = Change currency
settings-step-note = Change note on the plan
