package endocrine

// Levels are what the axes tell one another and the world: concentrations in
// plasma. Totals unless the name says free.
type Levels struct {
	Calcium    float64 // total [mM]
	Ionised    float64 // ionised calcium [mM]
	Phosphate  float64 // inorganic [mM]
	PTH        float64 // endogenous, intact [pM]
	PTH1R      float64 // PTH and agonists, PTH(1-84)-equivalent [pM]
	Calcitriol float64 // [pM]
	VitaminD   float64 // 25(OH)D [nM]
	Calcitonin float64 // with agonists, human-equivalent [pM]

	GH       float64 // [pM]; 1 ug/L is 45 pM
	IGF1     float64 // total [nM]; 1 ng/mL is 0.131 nM
	FreeIGF1 float64 // [pM]

	TSH    float64 // [mIU/L]
	T4     float64 // total [nM]
	FreeT4 float64 // [pM]
	T3     float64 // total [nM]
	FreeT3 float64 // [pM]

	ACTH         float64 // with agonists [pM]
	Cortisol     float64 // endogenous, total [nM]
	FreeCortisol float64 // with synthetic glucocorticoids, cortisol-equivalent [nM]

	LH               float64 // [IU/L]
	FSH              float64 // [IU/L]
	Estradiol        float64 // total [pM]
	FreeEstradiol    float64 // [pM]
	Progesterone     float64 // [nM]
	Testosterone     float64 // total [nM]
	FreeTestosterone float64 // [pM]
	SHBG             float64 // [nM]

	TNF float64 // TNF-α, free of antibody [pM]
	IL1 float64 // IL-1β [pM]
	IL6 float64 // IL-6 [pM]

	CalciumIntake      float64 // with food, without doses [mmol/h]
	PhosphateIntake    float64 // with food [mmol/h]
	PhosphateAbsorbed  float64 // from gut into plasma [mmol/h]
	PhosphateThreshold float64 // TmP/GFR, renal [mM]
	GFR                float64 // glomerular filtration [L/h]

	CalciumAbsorbed float64 // from gut into plasma, true absorption [mmol/h]
	CalciumSecreted float64 // endogenous, from plasma into gut [mmol/h]
	CalciumFaecal   float64 // [mmol/h]
	CalciumFiltered float64 // [mmol/h]
	CalciumUrine    float64 // [mmol/h]
	PhosphateUrine  float64 // [mmol/h]
	Mineralisation  float64 // that calcium and phosphate of serum allow bone, of that in health
	CalciumExchange float64 // net from exchangeable bone into plasma [mmol/h]
}
