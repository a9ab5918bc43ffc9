package agents

import (
	"fmt"
	"strings"

	"trabecula/field/signal"
)

// local are the effects of signals that the rules of kinds hold themselves; what
// blood brings of the same cytokines above the healthy level adds to the signal.
var local = [][]string{
	{"cells.preosteoblast.inflamed", "TNF-α, IL-1β, IL-6", "preosteoblast", "RANKL secretion", "signal", "1 + inflamed c/(half_tnf + c)", "parameters of the cell"},
	{"cells.osteoblast.tnf_death", "TNF-α, IL-1β, IL-6", "osteoblast", "apoptosis", "signal", "1 + tnf_death c/(half_tnf + c)", "parameters of the cell"},
	{"cells.precursor.tnf", "TNF-α, IL-1β", "precursor", "commitment", "signal", "RANKL (1 + tnf c/(half_tnf + c))", "parameters of the cell"},
	{"cells.macrophage.half_tnf", "TNF-α", "macrophage", "activation", "signal", "c^2/(half_tnf^2 + c^2)", "parameters of the cell"},
	{"cells.macrophage.half_il10", "IL-10", "macrophage", "activation", "signal", "half_il10/(half_il10 + c)", "parameters of the cell"},
	{"cells.t_cell.half_il6", "IL-6, IL-1β", "t_cell", "activation", "signal", "c^2/(half_il6^2 + c^2) / 2", "parameters of the cell"},
	{"cells.t_cell.half_il10", "IL-10", "t_cell", "activation", "signal", "half_il10/(half_il10 + c)", "parameters of the cell"},
	{"cells.regulatory_t_cell.half_tnf", "TNF-α", "regulatory_t_cell", "activation", "signal", "c^2/(half_tnf^2 + c^2) / 2", "parameters of the cell"},
	{"cells.regulatory_t_cell.half_il6", "IL-6", "regulatory_t_cell", "activation", "signal", "half_il6/(half_il6 + c)", "parameters of the cell"},
	{"cells.b_cell.half_il6", "IL-6", "b_cell", "activation", "signal", "c^2/(half_il6^2 + c^2) / 2", "parameters of the cell"},
	{"cells.b_cell.half_il10", "IL-10", "b_cell", "activation", "signal", "half_il10/(half_il10 + c)", "parameters of the cell"},
}

// EffectTable returns the table of effects with the numbers of a set, one row for
// a hormone on a rate of a kind of cell, below a row of headings. The dose-response
// is relative to a silent pathway P; what acts is relative to health.
func EffectTable(set *EffectSet) [][]string {
	rows := [][]string{{"name", "hormone", "cell", "rate", "pathway", "dose_response", "source"}}
	for i := range Effects {
		e := &Effects[i]
		for _, k := range e.On {
			rows = append(rows, []string{e.Name, e.Hormone, k.String(), e.Rate.String(), e.Via.String(), set.doseResponse(i), e.Source})
		}
	}
	return append(rows, local...)
}

// doseResponse writes row i as a formula.
func (set *EffectSet) doseResponse(i int) string {
	p, n := &set.Effects[i], Effects[i].Hill
	sign, size := "+", p.Size
	if size < 0 {
		sign, size = "-", -size
	}
	if n == 0 {
		return fmt.Sprintf("1 %s %g P", sign, size)
	}
	return fmt.Sprintf("1 %s %g P^%d/(%g^%d + P^%d)", sign, size, n, p.Half, n, n)
}

// PathwayTable returns the receptors and pathways with the numbers of a set, below
// a row of headings.
func PathwayTable(set *EffectSet) [][]string {
	rows := [][]string{{"name", "definition", "ligands", "drive", "time", "source"}}
	for q := range PathwayCatalogue {
		spec := &PathwayCatalogue[q]
		drive, constant := set.kinetics(Pathway(q))
		rows = append(rows, []string{spec.Name, spec.Doc, ligands(spec.Ligands), drive, constant, spec.Source})
	}
	return rows
}

func ligands(list []signal.Hormone) string {
	names := make([]string, len(list))
	for i, h := range list {
		names[i] = h.String()
	}
	return strings.Join(names, ", ")
}

// kinetics writes what drives a pathway, c being the sum of its ligands, and its
// time constants.
func (set *EffectSet) kinetics(q Pathway) (drive, constant string) {
	p, c := &set.PTH1R, &set.Calcitonin
	switch q {
	case PTH1RLost:
		return fmt.Sprintf("loss %g c/(%g pM + c) against return 1", p.Pulse.Loss, p.Pulse.Half), hours(p.Pulse.Recovery) + " to return"
	case CAMP:
		return fmt.Sprintf("(1 - pth1r_lost) c/(%g pM + c)", p.Pulse.Half), hours(p.Pulse.Time)
	case CREB:
		return fmt.Sprintf("c/(%g pM + c)", p.Tonic), hours(p.Rise) + " up, " + hours(p.Fall) + " down"
	case Runx2:
		return fmt.Sprintf("(1 + %g camp_pka^4/(%g^4 + camp_pka^4)) / (1 + %g creb^4/(%g^4 + creb^4))", p.Boost, p.HalfPKA, p.Degrade, p.Smurf1), hours(p.Runx2)
	case Bcl2:
		return "runx2", hours(p.Bcl2)
	case PTHPool:
		return "creb", hours(p.Pool)
	case CTRLost:
		return fmt.Sprintf("loss %g c/(%g pM + c) against return 1", c.Loss, c.Half), hours(c.Recovery) + " to return"
	case CTR:
		return fmt.Sprintf("(1 - ctr_lost) c/(%g pM + c)", c.Half), hours(c.Time)
	}
	return set.occupied(q), hours(set.Receptors[q].Time)
}

// occupied writes what drives a simple pathway.
func (set *EffectSet) occupied(q Pathway) string {
	half := set.Receptors[q].Half
	switch n := PathwayCatalogue[q].Hill; {
	case q == FOXO:
		return "gr (1 - pi3k_akt)"
	case n == 0:
		return "c"
	case q == PR:
		return fmt.Sprintf("er_alpha c/(%g pM + c)", half)
	case n == 1:
		return fmt.Sprintf("c/(%g pM + c)", half)
	default:
		return fmt.Sprintf("c^%d/((%g pM)^%d + c^%d)", n, half, n, n)
	}
}

// hours writes a time constant given in hours.
func hours(t float64) string { return fmt.Sprintf("%.3g h", t) }
