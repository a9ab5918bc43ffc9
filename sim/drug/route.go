package drug

// Route is the way by which a drug is given.
type Route string

// The routes.
const (
	Oral          Route = "oral"
	Subcutaneous  Route = "subcutaneous"
	Intramuscular Route = "intramuscular"
	Intravenous   Route = "intravenous"
	Transdermal   Route = "transdermal"
	Nasal         Route = "nasal"
)

// routeOf reads a route as it is written on prescriptions; "" if the word is none.
func routeOf(word string) Route {
	switch word {
	case "oral", "orally", "po", "p.o.":
		return Oral
	case "subcutaneous", "subcutaneously", "sc", "s.c.", "subq", "sq":
		return Subcutaneous
	case "intramuscular", "intramuscularly", "im", "i.m.":
		return Intramuscular
	case "intravenous", "intravenously", "iv", "i.v.":
		return Intravenous
	case "transdermal", "transdermally", "td", "patch":
		return Transdermal
	case "nasal", "nasally", "intranasal", "spray":
		return Nasal
	}
	return ""
}
