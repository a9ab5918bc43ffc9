package drug

import (
	"fmt"
	"strings"

	"github.com/agext/levenshtein"
)

// names lists the drugs as the catalogue has them.
func names() []string {
	list := make([]string, len(Catalogue))
	for i := range Catalogue {
		list[i] = Catalogue[i].Name
	}
	return list
}

// unknownDrug is the fault of a name that no drug has.
func unknownDrug(name string) string {
	var all []string
	for i := range Catalogue {
		all = append(append(all, Catalogue[i].Name), Catalogue[i].Synonyms...)
	}
	if near := closest(name, all); near != "" {
		return fmt.Sprintf("unknown drug %q, did you mean %q?", name, near)
	}
	return fmt.Sprintf("unknown drug %q, want one of %s", name, strings.Join(names(), ", "))
}

// routesOf lists the routes of a row of the catalogue.
func routesOf(row int) string {
	var list []string
	for _, s := range Catalogue[row].Routes {
		list = append(list, string(s.Route))
	}
	return strings.Join(list, ", ")
}

// closest returns the candidate that a slip of the pen turns into the word: one
// wrong letter in four, at least two in a word of more than three; "" if none does.
func closest(word string, candidates []string) string {
	best, least := "", max(2, len(word)/4)+1
	if len(word) <= 3 {
		least = 2
	}
	for _, c := range candidates {
		if d := levenshtein.Distance(strings.ToLower(word), strings.ToLower(c), nil); d < least {
			best, least = c, d
		}
	}
	return best
}
