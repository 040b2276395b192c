# Findings: what is wrong (…) and how to mend it (…-mend), by code.
