package endocrine

// What the mineral axes have at rest in a healthy adult. Their constants are
// solved from these values when they are bound to a person, so that the healthy
// body on the reference diet is exactly at rest.
const (
	restCalcium    = 2.35 // total, in serum [mM]: 9.4 mg/dL (Peterson & Riggs 2010)
	restIonised    = 1.25 // [mM]: basal in healthy adults 1.25 (SD 0.04) (Schwarz 1993)
	restComplexed  = 0.16 // with phosphate and small anions [mM]: a fifteenth of the total (Walser 1961, recalled)
	restPhosphate  = 1.2  // [mM] (Peterson & Riggs 2010)
	restPTH        = 3.85 // [pM]: 36 pg/mL (Peterson & Riggs 2010)
	restCalcitriol = 90.0 // [pM] (Peterson & Riggs 2010)
	restVitaminD   = 75.0 // 25(OH)D [nM]: 30 ng/mL, sufficient (Holick 2011, recalled)
	restEstradiol  = 8.0  // free, mean over the cycle [pM]: 2 % of 400 pM (recalled)
	restFiltration = 7.2  // [L/h]: 120 mL/min (Smith 1951, recalled)
)

// Calcium's way at rest on the reference diet [mmol/h].
const (
	molarCalcium = 40.078 // molar mass of calcium [mg/mmol]

	restIntake   = 1000 / molarCalcium / 24 // 1000 mg/d, recommended for adults (IOM 2011)
	restAbsorbed = 390 / molarCalcium / 24  // gross 350-400 mg/d (textbooks)
	restSecreted = 215 / molarCalcium / 24  // endogenous into the gut 200-250 mg/d (textbooks)
	restUrine    = restAbsorbed - restSecreted
	restFaecal   = restIntake + restSecreted - restAbsorbed
)

// Phosphate's way at rest [mmol/h].
const (
	molarPhosphorus = 30.974 // molar mass of phosphorus [mg/mmol]

	restPhosphateIntake   = 1200 / molarPhosphorus / 24 // 1000-1500 mg of phosphorus a day (textbooks)
	restPhosphateAbsorbed = 0.65 * restPhosphateIntake  // 60-70 % of a mixed diet (textbooks)
)

// phosphatePerCalcium is the phosphate that moves with calcium in and out of
// bone [mol/mol] (Peterson & Riggs 2010).
const phosphatePerCalcium = 0.464

// restCalcitonin returns calcitonin of a healthy adult at rest [pM]: a woman's 1.7
// and a man's 3.4 pg/mL, a third of their upper limits of 5 and 8-10 pg/mL
// (recalled).
func restCalcitonin(who Person) float64 {
	if who.Female() {
		return 0.5
	}
	return 1
}

// drive is how a cause changes the rate of a process: 1 at the cause's rest,
// another bound without the cause, another at ever more of it, by simple binding
// in between.
type drive struct {
	without, span, half float64
}

// newDrive returns the drive that is without at no cause and full at ever more;
// one has to lie below 1 and the other above.
func newDrive(without, full float64) drive {
	return drive{without, full - without, (full - 1) / (1 - without)}
}

// at returns the multiple of the rate at a cause x, in multiples of its rest.
func (d drive) at(x float64) float64 {
	if x <= 0 {
		return d.without
	}
	return d.without + d.span*x/(x+d.half)
}

// Whole powers, which cost a few multiplications.
func power2(x float64) float64 { return x * x }
func power4(x float64) float64 { return power2(x * x) }
func power8(x float64) float64 { return power4(x * x) }

func power16(x float64) float64 { return power8(x * x) }
