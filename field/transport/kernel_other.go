//go:build !amd64

package transport

// lanes returns 0: there are no vector kernels for this machine.
func lanes() int { return 0 }

func relaxVector(*level, []float32, []float32, int, int) int { return 0 }

func residualVector([]float32, *level, []float32, []float32, int, *[16]float32) int { return 0 }

func blendVector(int, []float32, []float32, []float32) int { return 0 }

func spreadVector(int, []float32, []float32, bool) int { return 0 }

func sumPairsVector(int, []float32, []float32, []float32) int { return 0 }

func invertVector(*level, int) int { return 0 }
