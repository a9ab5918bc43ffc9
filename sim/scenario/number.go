package scenario

import (
	"math/big"
	"strings"
)

// literal rewrites a TOML number as the parameters read it: without underscores
// and in decimal.
func literal(toml string) string {
	plain := strings.ReplaceAll(toml, "_", "")
	if len(plain) > 2 && plain[0] == '0' && strings.ContainsRune("xob", rune(plain[1])) {
		if n, ok := new(big.Int).SetString(plain, 0); ok {
			return n.String()
		}
	}
	return plain
}
