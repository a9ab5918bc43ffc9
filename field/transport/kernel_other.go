//go:build !amd64

package transport

// lanes returns 0: there are no vector kernels for this machine.
func lanes() int { return 0 }

func relaxVector(*level, *plane, *plane, int, int, int) bool { return false }

func residualVector([]float32, *level, *plane, *plane, int, int, *[16]float32) bool { return false }

func blendVector(int, []float32, *plane, int, int, int) bool { return false }

func spreadVector(int, []float32, []float32, []float32, float32) bool { return false }

func sumPairsVector(int, []float32, []float32, [4][]float32, int) bool { return false }

func invertVector(*level, int, int) bool { return false }

func packVector(int, []float32, []float32, []float32, []float32, []float32, float32) int { return 0 }

func unpackVector(int, []float32, []float32, []float32, float32, *[8]float64, *[8]float64) int {
	return 0
}

func sumVector(int, []float32, *[8]float64) int { return 0 }

func scaleVector(int, []float32, float32, *[8]float64) int { return 0 }

func dotVector(int, []float32, []float32, *[8]float64) int { return 0 }

func changeVector(int, []float32, []float32, []float32, *[8]float64) int { return 0 }

func addScaledVector(int, []float32, []float32, float32) int { return 0 }

func addProductVector(int, []float32, []float32, []float32, float32) int { return 0 }

func mixVector(int, []float32, []float32, []float32, float32, float32) int { return 0 }

func doubleVector(int, []float32, []float32) int { return 0 }
