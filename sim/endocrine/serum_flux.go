package endocrine

// calciumPerDay turns mmol/h into mg/d of calcium, for the table of fluxes.
const calciumPerDay = 24 * massCalcium

// phosphorusPerDay turns mmol/h of phosphate into mg/d of phosphorus.
const phosphorusPerDay = 24 * massPhosphorus

// textbook is the source of most fluxes of calcium.
const textbook = "adult on 1000 mg/d: gross absorption 350-400, endogenous secretion 200-250, net 150-200, filtered 10000, urine 150-200 mg/d (textbook tables); spread recalled"

// fluxReadings are the fluxes of minerals through gut, kidney and bone.
var fluxReadings = []Reading{
	both(Interval{Low: 400, High: 1500, Over: Days}, Reading{Name: "calcium_intake_mg_d", Symbol: "Ca intake", Unit: "mg/d",
		Doc: "calcium eaten with food", Source: "adults 600-1200 mg/d; recalled",
		Value: func(l *Levels) float64 { return l.CalciumIntake * calciumPerDay }}),
	both(Interval{Low: 150, High: 500, Over: Days}, Reading{Name: "calcium_absorbed_mg_d", Symbol: "Ca absorbed", Unit: "mg/d",
		Doc: "calcium from gut into plasma, true absorption", Source: textbook,
		Value: func(l *Levels) float64 { return l.CalciumAbsorbed * calciumPerDay }}),
	both(Interval{Low: 80, High: 300, Over: Days}, Reading{Name: "calcium_secreted_mg_d", Symbol: "Ca secreted", Unit: "mg/d",
		Doc: "endogenous calcium from plasma into the gut", Source: textbook,
		Value: func(l *Levels) float64 { return l.CalciumSecreted * calciumPerDay }}),
	both(Interval{Low: 300, High: 1300, Over: Days}, Reading{Name: "calcium_faecal_mg_d", Symbol: "Ca faecal", Unit: "mg/d",
		Doc: "calcium in faeces", Source: textbook,
		Value: func(l *Levels) float64 { return l.CalciumFaecal * calciumPerDay }}),
	both(Interval{Low: 6500, High: 12000, Over: Days}, Reading{Name: "calcium_filtered_mg_d", Symbol: "Ca filtered", Unit: "mg/d",
		Doc: "calcium filtered by the glomeruli", Source: textbook,
		Value: func(l *Levels) float64 { return l.CalciumFiltered * calciumPerDay }}),
	{Name: "calcium_urine_mg_d", Symbol: "Ca urine", Unit: "mg/d",
		Doc: "calcium in urine", Source: "below 250 mg/d in women, 300 in men, above 50; recalled",
		Value:  func(l *Levels) float64 { return l.CalciumUrine * calciumPerDay },
		Female: Interval{Low: 50, High: 250, Over: Days}, Male: Interval{Low: 50, High: 300, Over: Days}},
	both(Interval{Low: -150, High: 150, Over: Days}, Reading{Name: "calcium_exchange_mg_d", Symbol: "Ca exchange", Unit: "mg/d",
		Doc: "net calcium from exchangeable bone into plasma", Source: "assumed: near 0 over days, hundreds of mg either way within a day",
		Value: func(l *Levels) float64 { return l.CalciumExchange * calciumPerDay }}),
	both(Interval{Low: 700, High: 2000, Over: Days}, Reading{Name: "phosphorus_intake_mg_d", Symbol: "P intake", Unit: "mg/d",
		Doc: "phosphorus eaten with food", Source: "adults 800-1600 mg/d; recalled",
		Value: func(l *Levels) float64 { return l.PhosphateIntake * phosphorusPerDay }}),
	both(Interval{Low: 400, High: 1400, Over: Days}, Reading{Name: "phosphorus_absorbed_mg_d", Symbol: "P absorbed", Unit: "mg/d",
		Doc: "phosphorus from gut into plasma", Source: "60-70 % of intake; recalled",
		Value: func(l *Levels) float64 { return l.PhosphateAbsorbed * phosphorusPerDay }}),
	both(Interval{Low: 400, High: 1300, Over: Days}, Reading{Name: "phosphorus_urine_mg_d", Symbol: "P urine", Unit: "mg/d",
		Doc: "phosphorus in urine", Source: "400-1300 mg/d; recalled",
		Value: func(l *Levels) float64 { return l.PhosphateUrine * phosphorusPerDay }}),
	both(Interval{Low: 2.5, High: 4.5, Over: Days}, Reading{Name: "phosphate_threshold_mg_dl", Symbol: "TmP/GFR", Unit: "mg/dL",
		Doc: "renal threshold of phosphate", Source: "Walton & Bijvoet 1975, 2.5-4.2 mg/dL; young adults to 4.5 (Payne 1998; recalled)",
		Value: func(l *Levels) float64 { return l.PhosphateThreshold * massPhosphorus * mgPerDL }}),
	both(Interval{Low: 80, High: 140, Over: Days, Note: "falls by 8 mL/min a decade after 40 years"}, Reading{Name: "gfr_ml_min", Symbol: "GFR", Unit: "mL/min",
		Doc: "glomerular filtration rate", Source: "90-130 mL/min; recalled",
		Value: func(l *Levels) float64 { return l.GFR * 1000 / 60 }}),
	both(Interval{Low: 0.8, High: 1.2, Over: Days}, Reading{Name: "mineralisation_supply_ratio", Symbol: "Ca x P", Unit: "1",
		Doc: "mineralisation that calcium and phosphate of serum allow, of that in health", Source: "assumed: as wide as the reference interval of calcium",
		Value: func(l *Levels) float64 { return l.Mineralisation }}),
}
