package drug

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestParseReadsPrescriptions(t *testing.T) {
	for text, want := range map[string]string{
		"teriparatide 20 ug subcutaneous daily from 1y to 3y": "teriparatide 20 ug subcutaneous daily from 1 y to 3 y",
		"FORSTEO 20mcg SC qd":                                                  "teriparatide 20 ug subcutaneous daily",
		"hPTH(1-34) 20 µg subq once daily until 24 months":                     "teriparatide 20 ug subcutaneous daily to 2 y",
		"denosumab 60 mg sc every 6 months":                                    "denosumab 60 mg subcutaneous every 6 months",
		"denosumab 60 mg q6m times 4":                                          "denosumab 60 mg subcutaneous every 6 months times 4",
		"zoledronate 5 mg iv once at 30d":                                      "zoledronate 5 mg intravenous once at 30 d",
		"Zoledronic acid 5 mg over 30 min at 30d":                              "zoledronate 5 mg intravenous over 30 min once at 30 d",
		"estradiol 50 ug/d transdermal twice weekly":                           "estradiol 50 ug/d transdermal",
		"oestradiol 50 ug td daily":                                            "estradiol 50 ug transdermal daily",
		"teriparatide 20 ug/d infusion from 0d to 7d":                          "teriparatide 20 ug/d intravenous infusion to 1 week",
		"teriparatide 20 ug/day sc pump for 7d":                                "teriparatide 20 ug/d subcutaneous infusion to 1 week",
		"teriparatide 2 pmol/kg/h intravenous infusion for 7 d":                "teriparatide 2 pmol/kg/h intravenous infusion to 1 week",
		"prednisolone 10 mg oral daily at 08:00":                               "prednisolone 10 mg oral daily",
		"prednisone 10 mg po daily at 7:30":                                    "prednisolone 10 mg oral daily at 07:30",
		"progesterone 200 mg oral daily for 12 days every 28 days":             "progesterone 200 mg oral daily for 12 d every 4 weeks",
		"calcium 500 mg oral 3 times daily":                                    "calcium 500 mg oral 3 times daily",
		"calcium 2.5 mmol/h iv infusion from 1 h to 3 h":                       "calcium 2.5 mmol/h intravenous infusion from 1 h to 3 h",
		"PTH(1-84) 100 ug sc daily":                                            "PTH(1-84) 100 ug subcutaneous daily",
		"pth 1-84 100 ug sc daily":                                             "PTH(1-84) 100 ug subcutaneous daily",
		"cjc 1295 60 ug/kg weekly":                                             "CJC-1295 60 ug/kg subcutaneous weekly",
		"testosterone cypionate 200 mg im q2w":                                 "testosterone cypionate 200 mg intramuscular every 2 weeks",
		"testosterone gel 50 mg daily":                                         "testosterone gel 50 mg transdermal daily",
		"cholecalciferol 100000 iu po every month":                             "vitamin D3 100000 IU oral monthly",
		"alendronate 70 mg oral weekly for 5 y pause from 2y to 3y":            "alendronate 70 mg oral weekly to 5 y pause from 2 y to 3 y",
		"alendronate 70 mg oral weekly pause from 2 y for 6 months":            "alendronate 70 mg oral weekly pause from 2 y to 30 months",
		"GH 0.033 mg/kg sc daily at 22:00":                                     "GH 0.033 mg/kg subcutaneous daily at 22:00",
		"synacthen 250 ug iv once":                                             "tetracosactide 250 ug intravenous once at 8 h",
		"infliximab 3 mg/kg iv every 8 weeks times 6 from 0.5 y":               "infliximab 3 mg/kg intravenous every 8 weeks from 6 months times 6",
		"leuprolide 11.25 mg im over 84 d every 12 weeks":                      "leuprorelin 11.25 mg intramuscular over 12 weeks every 12 weeks",
		"hydrocortisone 10 mg po daily; hydrocortisone 5 mg po daily at 16:00": "hydrocortisone 10 mg oral daily; hydrocortisone 5 mg oral daily at 16:00",
		" ;; ": "",
		"":     "",
	} {
		plan, err := Parse(text)
		require.NoError(t, err, text)
		require.Equal(t, want, written(plan), text)
		again, err := Parse(want)
		require.NoError(t, err, want)
		require.Equal(t, plan, again, text)
	}
}

// written joins a plan as Parse reads it.
func written(plan []Treatment) string {
	parts := make([]string, len(plan))
	for i, x := range plan {
		parts[i] = x.String()
	}
	return strings.Join(parts, "; ")
}

func TestParseNamesEveryFault(t *testing.T) {
	for text, want := range map[string][]string{
		"teriparatide -20 ug sc daily":                                      {"dose -20 ug, want one above 0"},
		"teriparatide −20 ug sc daily":                                      {"dose -20 ug, want one above 0"},
		"teriparatide 0 ug sc daily":                                        {"dose 0 ug, want one above 0"},
		"teriparatide nan ug sc daily":                                      {"dose nan ug, want one above 0"},
		"teriparatide inf ug sc daily":                                      {"dose inf ug, want one above 0"},
		"teriparatide 1e999 ug sc daily":                                    {"dose 1e999 ug, want one above 0"},
		"teriparatid 20 ug sc daily":                                        {`unknown drug "teriparatid", did you mean "teriparatide"?`},
		"aspirin 20 ug sc daily":                                            {`unknown drug "aspirin", want one of teriparatide, PTH(1-84), calcitonin`},
		"20 ug sc daily":                                                    {"no drug before the dose, want one of teriparatide"},
		"teriparatide sc daily":                                             {`no dose at "sc", want a number and a unit such as 20 ug`},
		"teriparatide":                                                      {"no dose at the end"},
		"teriparatide 20 ug oral daily":                                     {`teriparatide is not given by the route "oral", want one of subcutaneous, intravenous`},
		"teriparatide 20 ug daily":                                          {"no route, want one of subcutaneous, intravenous"},
		"teriparatide 20 ug sc iv daily":                                    {"two routes, subcutaneous and intravenous"},
		"denosumab 60 mg every 0 d":                                         {"interval 0, want a time above 0"},
		"denosumab 60 mg every -1 d":                                        {"every -1 d, want no time before 0"},
		"denosumab 60 mg q0m":                                               {"interval 0, want a time above 0"},
		"denosumab 60 mg every 6 m":                                         {"every 6 m, want a time such as 30 d"},
		"denosumab 60 mg every blue moon":                                   {`no time at "blue"`},
		"denosumab 60 mg daily weekly":                                      {"two frequencies, want one"},
		"denosumab 60 mg":                                                   {"how often is not said, want daily, weekly, every 6 months, or once at 30 d"},
		"denosumab 60 L daily":                                              {`"l" is no unit of a dose, want a mass`},
		"denosumab 60 h daily":                                              {"is a time, want a mass, an amount or IU"},
		"denosumab 60 mg/mL daily":                                          {"is no unit of a dose"},
		"denosumab 60 IU q6m":                                               {"denosumab is not dosed in international units"},
		"denosumab 60 mg q6m from 3y to 1y":                                 {"to 1 y is not after 3 y"},
		"denosumab 60 mg q6m from 1y to 1y":                                 {"to 1 y is not after 1 y"},
		"denosumab 60 mg q6m for 0 d":                                       {"for 0, want a time above 0"},
		"denosumab 60 mg q6m from -1 d":                                     {"from -1 d, want no time before 0"},
		"denosumab 60 mg q6m from nan d":                                    {"from nan d, want a finite time"},
		"denosumab 60 mg q6m from 300 y":                                    {"from 300 y, want 0 d..200 y"},
		"denosumab 60 mg every 60 y":                                        {"interval 60 y, want 1 min..50 y"},
		"denosumab 60 mg every 1 s":                                         {"want 1 min..50 y"},
		"denosumab 60 kg q6m":                                               {"dose 60 kg is beyond 100 times the usual (60 mg subcutaneous every 6 months)"},
		"teriparatide 20 mg sc daily":                                       {"dose 20 mg is beyond 100 times the usual (20 ug subcutaneous daily)"},
		"denosumab 60 mg q6m times 0":                                       {`times "0", want a number of doses from 1 to 100000`},
		"denosumab 60 mg q6m times -3":                                      {`times "-3", want a number`},
		"denosumab 60 mg q6m times":                                         {`times "", want a number`},
		"denosumab 60 mg q6m at 25:00":                                      {`at "25:00", want a time of day from 00:00 to 23:59`},
		"denosumab 60 mg q6m at noon":                                       {`no time of day at "noon"`},
		"denosumab 60 mg q6m pause from 2 y":                                {"pause without an end, want pause from T to T"},
		"denosumab 60 mg q6m pause from 3y to 2y":                           {"pause from 3 y to 2 y ends before it starts"},
		"denosumab 60 mg q6m pause from 1y to 3y pause from 2y to 4y":       {"pause from 2 y begins before the one before it ends"},
		"denosumab 60 mg q6m wekly":                                         {`"wekly" is not understood, did you mean "weekly"?`},
		"denosumab 60 mg q6m whenever she likes":                            {`"whenever" is not understood, want a route (subcutaneous)`},
		"denosumab 60 mg once at 3 d weekly":                                {"once and a frequency, want one of them"},
		"denosumab 60 mg once at 3 d times 3":                               {"once and a schedule, want one of them"},
		"teriparatide 20 ug/d sc infusion times 3":                          {"20 ug/d is a rate"},
		"teriparatide 20 ug infusion once":                                  {"infusion of 20 ug, want a rate such as 20 ug/d, or over a time"},
		"progesterone 200 mg daily for 30 d every 28 d":                     {"cycle of 30 d in 4 weeks is longer than itself"},
		"progesterone 200 mg daily for 28 d every 27.5 d":                   {"is longer than itself"},
		"progesterone 200 mg daily for 27.5 d every 27.5 d":                 {"is too short for 28 doses"},
		"prednisolone 5 mg po daily; prednisolone 10 mg po daily from 1y":   {"treatment 2", "overlaps treatment 1 of the same drug at 1 y"},
		"prednisolone 5 mg po daily; prednisone 1 mg/h iv infusion for 1 d": {"treatment 2", "overlaps treatment 1 of the same drug at 0 d"},
		"foo 1 ug; bar -2 mg oral daily": {
			`treatment.plan: treatment 1 ("foo 1 ug"): unknown drug "foo"`, "treatment 1", "how often",
			`treatment.plan: treatment 2 ("bar -2 mg oral daily"): unknown drug "bar"`, "dose -2 mg"},
	} {
		_, err := Parse(text)
		require.Error(t, err, text)
		for _, w := range want {
			require.ErrorContains(t, err, w, text)
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			require.True(t, strings.HasPrefix(line, "treatment.plan: treatment "), line)
		}
	}
}

func TestSchedulesOfOneDrugMayFollowOneAnother(t *testing.T) {
	for _, text := range []string{
		"prednisolone 20 mg po daily for 30 d; prednisolone 5 mg po daily from 30 d",
		"prednisolone 20 mg po daily pause from 1y to 2y; prednisolone 5 mg po daily from 1y to 2y",
		"vitamin D3 100000 IU po once at 0 d; vitamin D3 800 IU po daily",
		"prednisolone 20 mg po daily times 10; prednisolone 5 mg po daily from 10 d",
		"prednisolone 20 mg po daily; denosumab 60 mg q6m",
	} {
		_, err := Parse(text)
		require.NoError(t, err)
	}
}

func TestRegimenRefusesWhatParseWould(t *testing.T) {
	bad := Treatment{Drug: "teriparatide", Dose: Dose{math.NaN(), "ug"}, Route: Oral, Interval: -1, To: math.Inf(1)}
	_, err := NewRegimen(Defaults(), []Treatment{bad, {Drug: "x"}}, math.NaN())
	for _, want := range []string{"person.mass: NaN kg", "dose NaN ug", `the route "oral"`, "interval", `unknown drug "x"`} {
		require.ErrorContains(t, err, want)
	}
	var joined interface{ Unwrap() []error }
	require.True(t, errors.As(err, &joined))
	require.GreaterOrEqual(t, len(joined.Unwrap()), 5)
}

// FuzzParse: whatever is typed, Parse answers; what it takes it writes so that it
// reads back as the same, and a body can be given it.
func FuzzParse(f *testing.F) {
	for _, d := range Catalogue {
		f.Add(d.Name + " " + d.Usual)
	}
	f.Add("denosumab 60 mg sc q6m times 4 from 1y pause from 2y to 3y; estradiol 50 ug/d td for 21 d every 28 d")
	f.Add("prednisolone 10 mg oral daily at 07:20 for 12.5 d every 28 d to 3y; zoledronate 5 mg over 20 min at 30d")
	f.Add("teriparatide 1e-300 ug/kg/min iv infusion; foo -1 at : every ;; times pause from to")
	f.Fuzz(func(t *testing.T, text string) {
		plan, err := Parse(text)
		if err != nil {
			return
		}
		again, err := Parse(written(plan))
		require.NoError(t, err, written(plan))
		require.Equal(t, plan, again)
		r, err := NewRegimen(Defaults(), plan, 65)
		require.NoError(t, err)
		y := make([]float64, len(r.States()))
		for at, n := r.Next(-1), 0; n < 20 && !math.IsInf(at, 1); n++ {
			r.Dose(at, y)
			next := r.Next(at)
			require.Greater(t, next, at)
			at = next
		}
	})
}
