package endocrine

// SteroidParams are the constants of sex steroids in plasma. Only what SHBG does
// not hold is cleared, so that metabolic clearance follows from the free fraction.
type SteroidParams struct {
	ClearE float64 `param:"clearance_estradiol" base:"unit" default:"2500 L/h" range:"100 L/h..1e5 L/h" doc:"clearance of free oestradiol" source:"metabolic clearance 1350 L/d in women, 1600-1700 L/d in men (Longcope 1968; recalled), over free fractions of 2.2 and 2.6 %"`
	ClearT float64 `param:"clearance_testosterone" base:"unit" default:"2000 L/h" range:"100 L/h..1e5 L/h" doc:"clearance of free testosterone" source:"metabolic clearance 1000 L/d in men, 600 L/d in women (Southren 1968; recalled), over free fractions of 2 and 1.2 %"`
	ClearP float64 `param:"clearance_progesterone" base:"unit" default:"90 L/h" range:"5 L/h..1e4 L/h" doc:"clearance of total progesterone" source:"metabolic clearance 2100-2500 L/d (Lin 1972; recalled)"`
	VolE   float64 `param:"volume_estradiol" base:"unit" default:"120 L" range:"5 L..2000 L" doc:"volume of distribution of total oestradiol" source:"half-life in plasma 1-2 h with this clearance"`
	VolT   float64 `param:"volume_testosterone" base:"unit" default:"70 L" range:"5 L..2000 L" doc:"volume of distribution of total testosterone" source:"half-life in plasma 70 min in men with this clearance"`
}

// lost returns the testosterone that leaves plasma [nmol/h].
func (s *SteroidParams) lost(l *Levels) float64 { return s.ClearT * l.FreeTestosterone / 1000 }

// testosterone returns the change of total testosterone [nM/h] for an input [nmol/h].
func (s *SteroidParams) testosterone(l *Levels, in float64) float64 {
	return (in - s.lost(l)) / s.VolT
}

// estradiol returns the change of total oestradiol [pM/h] for an input [pmol/h].
func (s *SteroidParams) estradiol(l *Levels, in float64) float64 {
	return (in - s.ClearE*l.FreeEstradiol) / s.VolE
}

// progesterone returns progesterone in balance with its input [nmol/h], as it lives
// for minutes [nM].
func (s *SteroidParams) progesterone(in float64) float64 { return in / s.ClearP }
