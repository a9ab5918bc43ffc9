package assay

// Catalogue lists the tests. A new test is a line here and a function in the file
// of its kind.
func Catalogue() []Assay {
	return []Assay{
		rest(), calciumLoad(), calciumInfusion(), edta(), hyperClamp(), hypoClamp(), perturbation(),
		pthInfusion(), pthInjection(), pthParadox(), synacthen(), ghStimulation(), levothyroxine(),
		menopause(), ovariectomy(), denosumab(), finkelstein(), ageing(),
		lowCalciumDiet(), vitaminDDeficiency(), hyperparathyroidism(), kidneyFailure(),
	}
}
