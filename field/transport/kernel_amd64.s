// Vector forms of the kernels of kernel.go, to the same bits: the same
// operations in the same order and no fused multiply-add. Names end in the
// number of lanes. VZEROUPPER at the end of each is not for tidiness: scalar
// code of Go runs several times slower while upper halves are in use.

#include "textflag.h"

// RESIDUAL leaves (rhs - loss*v) + flux in V6 for the cells at offset AX, where
// v is V0 and V1 holds the left neighbours. SI is u, BX and DX the rows above
// and below it, DI rhs, R8 dx, R9 dy, R13 dy of the row above, R10 loss.
#define RESIDUAL \
	VSUBPS  V0, V1, V1; \
	VMULPS  -4(R8)(AX*1), V1, V1; \
	VMOVUPS 4(SI)(AX*1), V2; \
	VSUBPS  V0, V2, V2; \
	VMULPS  (R8)(AX*1), V2, V2; \
	VADDPS  V2, V1, V1; \
	VMOVUPS (BX)(AX*1), V3; \
	VSUBPS  V0, V3, V3; \
	VMULPS  (R13)(AX*1), V3, V3; \
	VMOVUPS (DX)(AX*1), V4; \
	VSUBPS  V0, V4, V4; \
	VMULPS  (R9)(AX*1), V4, V4; \
	VADDPS  V4, V3, V3; \
	VADDPS  V3, V1, V1; \
	VMULPS  (R10)(AX*1), V0, V5; \
	VMOVUPS (DI)(AX*1), V6; \
	VSUBPS  V5, V6, V6; \
	VADDPS  V1, V6, V6

// POINTERS loads what RESIDUAL needs from the arguments of relax and residual,
// which differ by the offset of the first.
#define POINTERS(u, rhs, dx, dy, loss, pitch, n) \
	MOVQ u, SI; \
	MOVQ rhs, DI; \
	MOVQ dx, R8; \
	MOVQ dy, R9; \
	MOVQ loss, R10; \
	MOVQ pitch, R12; \
	MOVQ n, CX; \
	SHLQ $2, R12; \
	SHLQ $2, CX; \
	MOVQ SI, BX; \
	SUBQ R12, BX; \
	LEAQ (SI)(R12*1), DX; \
	MOVQ R9, R13; \
	SUBQ R12, R13; \
	XORQ AX, AX

DATA odd<>+0x00(SB)/8, $0xffffffff00000000
DATA odd<>+0x08(SB)/8, $0xffffffff00000000
DATA odd<>+0x10(SB)/8, $0xffffffff00000000
DATA odd<>+0x18(SB)/8, $0xffffffff00000000
DATA odd<>+0x20(SB)/8, $0xffffffff00000000
GLOBL odd<>(SB), RODATA|NOPTR, $40

// V7 is the previous v, from which the left neighbours are shifted in: loading
// them would wait for the store just made.
#define V0 Y0
#define V1 Y1
#define V2 Y2
#define V3 Y3
#define V4 Y4
#define V5 Y5
#define V6 Y6

// func relax8(u, rhs, dx, dy, loss, inv *float32, pitch, n, phase int)
TEXT ·relax8(SB), NOSPLIT, $0-72
	POINTERS(u+0(FP), rhs+8(FP), dx+16(FP), dy+24(FP), loss+32(FP), pitch+48(FP), n+56(FP))
	MOVQ    inv+40(FP), R11
	MOVQ    phase+64(FP), R12
	XORQ    $1, R12
	LEAQ    odd<>(SB), R15
	VMOVUPS (R15)(R12*4), Y8
	VMOVUPS -32(SI), Y7

relax8loop:
	VMOVUPS    (SI)(AX*1), Y0
	VPERM2F128 $0x21, Y0, Y7, Y1
	VPALIGNR   $12, Y1, Y0, Y1
	VMOVAPS    Y0, Y7
	RESIDUAL
	VMULPS     (R11)(AX*1), Y6, Y6
	VADDPS     Y6, Y0, Y6
	VBLENDVPS  Y8, Y6, Y0, Y0
	VMOVUPS    Y0, (SI)(AX*1)
	ADDQ       $32, AX
	CMPQ       AX, CX
	JLT        relax8loop
	VZEROUPPER
	RET

DATA abs<>+0x00(SB)/4, $0x7fffffff
GLOBL abs<>(SB), RODATA|NOPTR, $4

// func residual8(dst, u, rhs, dx, dy, loss *float32, pitch, n int, sums *[16]float32)
TEXT ·residual8(SB), NOSPLIT, $0-72
	POINTERS(u+8(FP), rhs+16(FP), dx+24(FP), dy+32(FP), loss+40(FP), pitch+48(FP), n+56(FP))
	MOVQ         dst+0(FP), R11
	MOVQ         sums+64(FP), R12
	VBROADCASTSS abs<>(SB), Y8
	VMOVUPS      (R12), Y9
	VMOVUPS      32(R12), Y10

residual8loop:
	VMOVUPS (SI)(AX*1), Y0
	VMOVUPS -4(SI)(AX*1), Y1
	RESIDUAL
	VMOVUPS Y6, (R11)(AX*1)
	VANDPS  Y8, Y6, Y6
	VADDPS  Y6, Y9, Y9
	ADDQ    $32, AX
	VMOVUPS (SI)(AX*1), Y0
	VMOVUPS -4(SI)(AX*1), Y1
	RESIDUAL
	VMOVUPS Y6, (R11)(AX*1)
	VANDPS  Y8, Y6, Y6
	VADDPS  Y6, Y10, Y10
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     residual8loop
	VMOVUPS Y9, (R12)
	VMOVUPS Y10, 32(R12)
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

// func relax16(u, rhs, dx, dy, loss, inv *float32, pitch, n, phase int)
TEXT ·relax16(SB), NOSPLIT, $0-72
	POINTERS(u+0(FP), rhs+8(FP), dx+16(FP), dy+24(FP), loss+32(FP), pitch+48(FP), n+56(FP))
	MOVQ    inv+40(FP), R11
	MOVQ    phase+64(FP), R12
	MOVL    $0x5555, R15
	TESTQ   R12, R12
	JEQ     even
	MOVL    $0xaaaa, R15

even:
	KMOVW   R15, K1
	VMOVUPS -64(SI), Z7

relax16loop:
	VMOVUPS (SI)(AX*1), Z0
	VALIGND $15, Z7, Z0, Z1
	VMOVAPS Z0, Z7
	RESIDUAL
	VMULPS  (R11)(AX*1), Z6, Z6
	VADDPS  Z6, Z0, Z6
	VMOVUPS Z6, K1, (SI)(AX*1)
	ADDQ    $64, AX
	CMPQ    AX, CX
	JLT     relax16loop
	VZEROUPPER
	RET

// func residual16(dst, u, rhs, dx, dy, loss *float32, pitch, n int, sums *[16]float32)
TEXT ·residual16(SB), NOSPLIT, $0-72
	POINTERS(u+8(FP), rhs+16(FP), dx+24(FP), dy+32(FP), loss+40(FP), pitch+48(FP), n+56(FP))
	MOVQ         dst+0(FP), R11
	MOVQ         sums+64(FP), R12
	VBROADCASTSS abs<>(SB), Z8
	VMOVUPS      (R12), Z9

residual16loop:
	VMOVUPS (SI)(AX*1), Z0
	VMOVUPS -4(SI)(AX*1), Z1
	RESIDUAL
	VMOVUPS Z6, (R11)(AX*1)
	VPANDD  Z8, Z6, Z6
	VADDPS  Z6, Z9, Z9
	ADDQ    $64, AX
	CMPQ    AX, CX
	JLT     residual16loop
	VMOVUPS Z9, (R12)
	VZEROUPPER
	RET

DATA quarter<>+0x00(SB)/4, $0x3e800000
GLOBL quarter<>(SB), RODATA|NOPTR, $4
DATA three<>+0x00(SB)/4, $0x3f400000
GLOBL three<>(SB), RODATA|NOPTR, $4

// func blend8(dst, own, other *float32, n int)
TEXT ·blend8(SB), NOSPLIT, $0-32
	MOVQ         dst+0(FP), DI
	MOVQ         own+8(FP), SI
	MOVQ         other+16(FP), BX
	MOVQ         n+24(FP), CX
	SHLQ         $2, CX
	XORQ         AX, AX
	VBROADCASTSS three<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9

blend8loop:
	VMULPS  (SI)(AX*1), Y8, Y0
	VMULPS  (BX)(AX*1), Y9, Y1
	VADDPS  Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     blend8loop
	VZEROUPPER
	RET

// SPREAD leaves 16 fine values in Y4 and Y5 for the 8 coarse ones at 4(SI)(AX*1).
#define SPREAD \
	VMULPS     4(SI)(AX*1), Y8, Y0; \
	VMULPS     (SI)(AX*1), Y9, Y1; \
	VMULPS     8(SI)(AX*1), Y9, Y2; \
	VADDPS     Y1, Y0, Y1; \
	VADDPS     Y2, Y0, Y2; \
	VUNPCKLPS  Y2, Y1, Y3; \
	VUNPCKHPS  Y2, Y1, Y6; \
	VPERM2F128 $0x20, Y6, Y3, Y4; \
	VPERM2F128 $0x31, Y6, Y3, Y5

// func spread8(dst, t *float32, n int)
TEXT ·spread8(SB), NOSPLIT, $0-24
	MOVQ         dst+0(FP), DI
	MOVQ         t+8(FP), SI
	MOVQ         n+16(FP), CX
	SHLQ         $2, CX
	XORQ         AX, AX
	VBROADCASTSS three<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9

spread8loop:
	SPREAD
	VMOVUPS Y4, (DI)(AX*2)
	VMOVUPS Y5, 32(DI)(AX*2)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     spread8loop
	VZEROUPPER
	RET

// func addSpread8(dst, t *float32, n int)
TEXT ·addSpread8(SB), NOSPLIT, $0-24
	MOVQ         dst+0(FP), DI
	MOVQ         t+8(FP), SI
	MOVQ         n+16(FP), CX
	SHLQ         $2, CX
	XORQ         AX, AX
	VXORPS       Y10, Y10, Y10
	VBROADCASTSS three<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9

addSpread8loop:
	SPREAD
	VADDPS  (DI)(AX*2), Y4, Y4
	VADDPS  32(DI)(AX*2), Y5, Y5
	VMAXPS  Y4, Y10, Y4
	VMAXPS  Y5, Y10, Y5
	VMOVUPS Y4, (DI)(AX*2)
	VMOVUPS Y5, 32(DI)(AX*2)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     addSpread8loop
	VZEROUPPER
	RET

// func sumPairs8(dst, upper, lower *float32, n int)
TEXT ·sumPairs8(SB), NOSPLIT, $0-32
	MOVQ dst+0(FP), DI
	MOVQ upper+8(FP), SI
	MOVQ lower+16(FP), BX
	MOVQ n+24(FP), CX
	SHLQ $2, CX
	XORQ AX, AX

sumPairs8loop:
	VMOVUPS (SI)(AX*2), Y0
	VHADDPS 32(SI)(AX*2), Y0, Y0
	VMOVUPS (BX)(AX*2), Y1
	VHADDPS 32(BX)(AX*2), Y1, Y1
	VADDPS  Y1, Y0, Y0
	VPERMPD $0xd8, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     sumPairs8loop
	VZEROUPPER
	RET

DATA one<>+0x00(SB)/4, $0x3f800000
GLOBL one<>(SB), RODATA|NOPTR, $4

// func invert8(inv, loss, dx, dy *float32, pitch, n int)
TEXT ·invert8(SB), NOSPLIT, $0-48
	MOVQ         inv+0(FP), DI
	MOVQ         loss+8(FP), SI
	MOVQ         dx+16(FP), R8
	MOVQ         dy+24(FP), R9
	MOVQ         pitch+32(FP), R12
	MOVQ         n+40(FP), CX
	SHLQ         $2, R12
	SHLQ         $2, CX
	MOVQ         R9, R13
	SUBQ         R12, R13
	XORQ         AX, AX
	VBROADCASTSS one<>(SB), Y8

invert8loop:
	VMOVUPS -4(R8)(AX*1), Y0
	VADDPS  (R8)(AX*1), Y0, Y0
	VMOVUPS (R13)(AX*1), Y1
	VADDPS  (R9)(AX*1), Y1, Y1
	VADDPS  (SI)(AX*1), Y0, Y0
	VADDPS  Y1, Y0, Y0
	VDIVPS  Y0, Y8, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     invert8loop
	VZEROUPPER
	RET
