// Vector forms of the kernels of kernel.go, to the same bits: the same
// operations in the same order and no fused multiply-add. Names end in the
// number of lanes; counts are multiples of 16. VZEROUPPER at the end of each is
// not for tidiness: scalar code of Go runs several times slower while upper
// halves are in use.

#include "textflag.h"

// RESIDUAL leaves (rhs - loss*v) + flux in V6 for the cells at offset AX and
// their concentration v in V0. SI is c, BX and DX the rows above and below, DI
// the left neighbours, R8 and R9 the conductances to the left and right, R10 and
// R11 those down and up, R12 rhs, R13 loss.
#define RESIDUAL \
	VMOVUPS (SI)(AX*1), V0; \
	VMOVUPS (DI)(AX*1), V1; \
	VSUBPS  V0, V1, V1; \
	VMULPS  (R8)(AX*1), V1, V1; \
	VMOVUPS 4(DI)(AX*1), V2; \
	VSUBPS  V0, V2, V2; \
	VMULPS  (R9)(AX*1), V2, V2; \
	VADDPS  V2, V1, V1; \
	VMOVUPS (BX)(AX*1), V3; \
	VSUBPS  V0, V3, V3; \
	VMULPS  (R11)(AX*1), V3, V3; \
	VMOVUPS (DX)(AX*1), V4; \
	VSUBPS  V0, V4, V4; \
	VMULPS  (R10)(AX*1), V4, V4; \
	VADDPS  V4, V3, V3; \
	VADDPS  V3, V1, V1; \
	VMULPS  (R13)(AX*1), V0, V5; \
	VMOVUPS (R12)(AX*1), V6; \
	VSUBPS  V5, V6, V6; \
	VADDPS  V1, V6, V6

// POINTERS loads what RESIDUAL needs from the arguments.
#define POINTERS \
	MOVQ c+0(FP), SI; \
	MOVQ left+8(FP), DI; \
	MOVQ dl+16(FP), R8; \
	MOVQ dr+24(FP), R9; \
	MOVQ dd+32(FP), R10; \
	MOVQ rhs+40(FP), R12; \
	MOVQ loss+48(FP), R13; \
	MOVQ pitch+56(FP), AX; \
	MOVQ n+64(FP), CX; \
	SHLQ $2, AX; \
	SHLQ $2, CX; \
	MOVQ SI, BX; \
	SUBQ AX, BX; \
	LEAQ (SI)(AX*1), DX; \
	MOVQ R10, R11; \
	SUBQ AX, R11; \
	XORQ AX, AX

#define V0 Y0
#define V1 Y1
#define V2 Y2
#define V3 Y3
#define V4 Y4
#define V5 Y5
#define V6 Y6

// func relax8(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, inv *float32, rows int)
TEXT ·relax8(SB), NOSPLIT, $0-88
	POINTERS
	MOVQ inv+72(FP), R15
	MOVQ CX, n+64(FP)

relax8loop:
	RESIDUAL
	VMULPS  (R15)(AX*1), Y6, Y6
	VADDPS  Y6, Y0, Y6
	VMOVUPS Y6, (SI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     relax8loop

	// The next row is a pitch, SI - BX, further up.
	SUBQ SI, CX
	ADDQ BX, CX
	MOVQ CX, AX
	SUBQ n+64(FP), AX
	DECQ rows+80(FP)
	JNE  relax8loop
	VZEROUPPER
	RET

DATA abs<>+0x00(SB)/4, $0x7fffffff
GLOBL abs<>(SB), RODATA|NOPTR, $4

// func residual8(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, dst *float32, sums *[16]float32)
TEXT ·residual8(SB), NOSPLIT, $0-88
	POINTERS
	MOVQ         sums+80(FP), R15
	VBROADCASTSS abs<>(SB), Y8
	VMOVUPS      (R15), Y9
	VMOVUPS      32(R15), Y10
	MOVQ         dst+72(FP), R15

residual8loop:
	RESIDUAL
	VMOVUPS Y6, (R15)(AX*1)
	VANDPS  Y8, Y6, Y6
	VADDPS  Y6, Y9, Y9
	ADDQ    $32, AX
	RESIDUAL
	VMOVUPS Y6, (R15)(AX*1)
	VANDPS  Y8, Y6, Y6
	VADDPS  Y6, Y10, Y10
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     residual8loop
	MOVQ    sums+80(FP), R15
	VMOVUPS Y9, (R15)
	VMOVUPS Y10, 32(R15)
	VZEROUPPER
	RET

#undef V0
#undef V1
#undef V2
#undef V3
#undef V4
#undef V5
#undef V6
#define V0 Z0
#define V1 Z1
#define V2 Z2
#define V3 Z3
#define V4 Z4
#define V5 Z5
#define V6 Z6

// func relax16(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, inv *float32, rows int)
TEXT ·relax16(SB), NOSPLIT, $0-88
	POINTERS
	MOVQ inv+72(FP), R15
	MOVQ CX, n+64(FP)

relax16loop:
	RESIDUAL
	VMULPS  (R15)(AX*1), Z6, Z6
	VADDPS  Z6, Z0, Z6
	VMOVUPS Z6, (SI)(AX*1)
	ADDQ    $64, AX
	CMPQ    AX, CX
	JLT     relax16loop

	// The next row is a pitch, SI - BX, further up.
	SUBQ SI, CX
	ADDQ BX, CX
	MOVQ CX, AX
	SUBQ n+64(FP), AX
	DECQ rows+80(FP)
	JNE  relax16loop
	VZEROUPPER
	RET

// func residual16(c, left, dl, dr, dd, rhs, loss *float32, pitch, n int, dst *float32, sums *[16]float32)
TEXT ·residual16(SB), NOSPLIT, $0-88
	POINTERS
	MOVQ         sums+80(FP), R15
	VBROADCASTSS abs<>(SB), Z8
	VMOVUPS      (R15), Z9
	MOVQ         dst+72(FP), R15

residual16loop:
	RESIDUAL
	VMOVUPS Z6, (R15)(AX*1)
	VPANDD  Z8, Z6, Z6
	VADDPS  Z6, Z9, Z9
	ADDQ    $64, AX
	CMPQ    AX, CX
	JLT     residual16loop
	MOVQ    sums+80(FP), R15
	VMOVUPS Z9, (R15)
	VZEROUPPER
	RET

DATA quarter<>+0x00(SB)/4, $0x3e800000
GLOBL quarter<>(SB), RODATA|NOPTR, $4
DATA three<>+0x00(SB)/4, $0x3f400000
GLOBL three<>(SB), RODATA|NOPTR, $4

// func blend8(dst, ownEven, ownOdd, otherEven, otherOdd *float32, n int)
TEXT ·blend8(SB), NOSPLIT, $0-48
	MOVQ         dst+0(FP), DI
	MOVQ         ownEven+8(FP), SI
	MOVQ         ownOdd+16(FP), BX
	MOVQ         otherEven+24(FP), R8
	MOVQ         otherOdd+32(FP), R9
	MOVQ         n+40(FP), CX
	SHLQ         $2, CX
	XORQ         AX, AX
	VBROADCASTSS three<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9

blend8loop:
	VMULPS     (SI)(AX*1), Y8, Y0
	VMULPS     (R8)(AX*1), Y9, Y1
	VADDPS     Y1, Y0, Y0
	VMULPS     (BX)(AX*1), Y8, Y1
	VMULPS     (R9)(AX*1), Y9, Y2
	VADDPS     Y2, Y1, Y1
	VUNPCKLPS  Y1, Y0, Y2
	VUNPCKHPS  Y1, Y0, Y3
	VPERM2F128 $0x20, Y3, Y2, Y4
	VPERM2F128 $0x31, Y3, Y2, Y5
	VMOVUPS    Y4, (DI)(AX*2)
	VMOVUPS    Y5, 32(DI)(AX*2)
	ADDQ       $32, AX
	CMPQ       AX, CX
	JLT        blend8loop
	VZEROUPPER
	RET

// SPREAD leaves the even columns in Y1 and the odd ones in Y2.
#define SPREAD \
	VMULPS 4(SI)(AX*1), Y8, Y0; \
	VMULPS (SI)(AX*1), Y9, Y1; \
	VMULPS 8(SI)(AX*1), Y9, Y2; \
	VADDPS Y1, Y0, Y1; \
	VADDPS Y2, Y0, Y2

// func spread8(even, odd, t *float32, n int, least float32)
TEXT ·spread8(SB), NOSPLIT, $0-36
	MOVQ         even+0(FP), DI
	MOVQ         odd+8(FP), BX
	MOVQ         t+16(FP), SI
	MOVQ         n+24(FP), CX
	SHLQ         $2, CX
	XORQ         AX, AX
	VBROADCASTSS least+32(FP), Y10
	VBROADCASTSS three<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9

spread8loop:
	SPREAD
	VADDPS  (DI)(AX*1), Y1, Y1
	VADDPS  (BX)(AX*1), Y2, Y2
	VMAXPS  Y1, Y10, Y1
	VMAXPS  Y2, Y10, Y2
	VMOVUPS Y1, (DI)(AX*1)
	VMOVUPS Y2, (BX)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     spread8loop
	VZEROUPPER
	RET

// func sumPairs8(even, odd, a, b, c, d *float32, n int)
TEXT ·sumPairs8(SB), NOSPLIT, $0-56
	MOVQ even+0(FP), DI
	MOVQ odd+8(FP), SI
	MOVQ a+16(FP), R8
	MOVQ b+24(FP), R9
	MOVQ c+32(FP), R10
	MOVQ d+40(FP), R11
	MOVQ n+48(FP), CX
	SHLQ $1, CX
	XORQ AX, AX

sumPairs8loop:
	VMOVUPS (R8)(AX*2), Y0
	VADDPS  (R9)(AX*2), Y0, Y0
	VMOVUPS (R10)(AX*2), Y1
	VADDPS  (R11)(AX*2), Y1, Y1
	VADDPS  Y1, Y0, Y0
	VMOVUPS 32(R8)(AX*2), Y2
	VADDPS  32(R9)(AX*2), Y2, Y2
	VMOVUPS 32(R10)(AX*2), Y3
	VADDPS  32(R11)(AX*2), Y3, Y3
	VADDPS  Y3, Y2, Y2
	VSHUFPS $0x88, Y2, Y0, Y4
	VSHUFPS $0xdd, Y2, Y0, Y5
	VPERMPD $0xd8, Y4, Y4
	VPERMPD $0xd8, Y5, Y5
	VMOVUPS Y4, (DI)(AX*1)
	VMOVUPS Y5, (SI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     sumPairs8loop
	VZEROUPPER
	RET

// func invert8(inv, loss, dl, dr, dd *float32, pitch, n int, over float32)
TEXT ·invert8(SB), NOSPLIT, $0-60
	MOVQ         inv+0(FP), DI
	MOVQ         loss+8(FP), SI
	MOVQ         dl+16(FP), R8
	MOVQ         dr+24(FP), R9
	MOVQ         dd+32(FP), R10
	MOVQ         pitch+40(FP), AX
	MOVQ         n+48(FP), CX
	SHLQ         $2, AX
	SHLQ         $2, CX
	MOVQ         R10, R11
	SUBQ         AX, R11
	XORQ         AX, AX
	VBROADCASTSS over+56(FP), Y8

invert8loop:
	VMOVUPS (R8)(AX*1), Y0
	VADDPS  (R9)(AX*1), Y0, Y0
	VMOVUPS (R11)(AX*1), Y1
	VADDPS  (R10)(AX*1), Y1, Y1
	VADDPS  (SI)(AX*1), Y0, Y0
	VADDPS  Y1, Y0, Y0
	VDIVPS  Y0, Y8, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     invert8loop
	VZEROUPPER
	RET
