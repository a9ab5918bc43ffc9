// Vector forms of the loops of plane.go, to the same bits. Counts are multiples
// of 8; see kernel_amd64.s.

#include "textflag.h"

DATA threequarters<>+0x00(SB)/4, $0x3f400000
GLOBL threequarters<>(SB), RODATA|NOPTR, $4
DATA quarter<>+0x00(SB)/4, $0x3e800000
GLOBL quarter<>(SB), RODATA|NOPTR, $4
DATA tiny<>+0x00(SB)/4, $0x0da24260
GLOBL tiny<>(SB), RODATA|NOPTR, $4
DATA magnitude<>+0x00(SB)/4, $0x7fffffff
GLOBL magnitude<>(SB), RODATA|NOPTR, $4

// ADDWIDE adds the 8 floats of Yv (low half Xv) to the doubles in Ylow and Yhigh.
#define ADDWIDE(Xv, Yv, Ylow, Yhigh) \
	VCVTPS2PD    Xv, Y14; \
	VADDPD       Y14, Ylow, Ylow; \
	VEXTRACTF128 $1, Yv, X15; \
	VCVTPS2PD    X15, Y15; \
	VADDPD       Y15, Yhigh, Yhigh

// EMPTY zeroes what is below tiny (in Y12) in Yv.
#define EMPTY(Yv) \
	VCMPPS  $1, Y12, Yv, Y13; \
	VANDNPS Yv, Y13, Yv

// func pack8(even, odd, pastEven, pastOdd, u *float32, n int, f float32)
TEXT ·pack8(SB), NOSPLIT, $0-52
	MOVQ         even+0(FP), R8
	MOVQ         odd+8(FP), R9
	MOVQ         pastEven+16(FP), R10
	MOVQ         pastOdd+24(FP), R11
	MOVQ         u+32(FP), SI
	MOVQ         n+40(FP), CX
	VBROADCASTSS f+48(FP), Y8
	SHLQ         $2, CX
	XORQ         AX, AX

pack8loop:
	VMOVUPS (SI)(AX*2), Y0
	VMOVUPS 32(SI)(AX*2), Y1
	VSHUFPS $0x88, Y1, Y0, Y2
	VSHUFPS $0xdd, Y1, Y0, Y3
	VPERMPD $0xd8, Y2, Y2
	VPERMPD $0xd8, Y3, Y3
	VMOVUPS Y2, (R8)(AX*1)
	VMOVUPS Y3, (R9)(AX*1)
	VMULPS  Y2, Y8, Y2
	VMULPS  Y3, Y8, Y3
	VMOVUPS Y2, (R10)(AX*1)
	VMOVUPS Y3, (R11)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     pack8loop
	VZEROUPPER
	RET

// func unpack8(u, even, odd *float32, n int, f float32, sums, changes *[8]float64)
TEXT ·unpack8(SB), NOSPLIT, $0-56
	MOVQ         u+0(FP), DI
	MOVQ         even+8(FP), R8
	MOVQ         odd+16(FP), R9
	MOVQ         n+24(FP), CX
	VBROADCASTSS f+32(FP), Y8
	MOVQ         sums+40(FP), R10
	MOVQ         changes+48(FP), R11
	VBROADCASTSS tiny<>(SB), Y12
	VBROADCASTSS magnitude<>(SB), Y9
	VMOVUPD      (R10), Y4
	VMOVUPD      32(R10), Y5
	VMOVUPD      (R11), Y6
	VMOVUPD      32(R11), Y7
	SHLQ         $2, CX
	XORQ         AX, AX

unpack8loop:
	VMOVUPS    (R8)(AX*1), Y0
	VMOVUPS    (R9)(AX*1), Y1
	EMPTY(Y0)
	EMPTY(Y1)
	VMULPS     Y0, Y8, Y0
	VMULPS     Y1, Y8, Y1
	ADDWIDE(X0, Y0, Y4, Y5)
	ADDWIDE(X1, Y1, Y4, Y5)
	VUNPCKLPS  Y1, Y0, Y2
	VUNPCKHPS  Y1, Y0, Y3
	VPERM2F128 $0x20, Y3, Y2, Y0
	VPERM2F128 $0x31, Y3, Y2, Y1
	VSUBPS     (DI)(AX*2), Y0, Y2
	VSUBPS     32(DI)(AX*2), Y1, Y3
	VMOVUPS    Y0, (DI)(AX*2)
	VMOVUPS    Y1, 32(DI)(AX*2)
	VANDPS     Y9, Y2, Y2
	VANDPS     Y9, Y3, Y3
	ADDWIDE(X2, Y2, Y6, Y7)
	ADDWIDE(X3, Y3, Y6, Y7)
	ADDQ       $32, AX
	CMPQ       AX, CX
	JLT        unpack8loop
	VMOVUPD    Y4, (R10)
	VMOVUPD    Y5, 32(R10)
	VMOVUPD    Y6, (R11)
	VMOVUPD    Y7, 32(R11)
	VZEROUPPER
	RET

// func sum8(u *float32, n int, sums *[8]float64)
TEXT ·sum8(SB), NOSPLIT, $0-24
	MOVQ         u+0(FP), SI
	MOVQ         n+8(FP), CX
	MOVQ         sums+16(FP), R10
	VBROADCASTSS tiny<>(SB), Y12
	VMOVUPD      (R10), Y4
	VMOVUPD      32(R10), Y5
	SHLQ         $2, CX
	XORQ         AX, AX

sum8loop:
	VMOVUPS (SI)(AX*1), Y0
	EMPTY(Y0)
	ADDWIDE(X0, Y0, Y4, Y5)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     sum8loop
	VMOVUPD Y4, (R10)
	VMOVUPD Y5, 32(R10)
	VZEROUPPER
	RET

// func scale8(u *float32, n int, f float32, sums *[8]float64)
TEXT ·scale8(SB), NOSPLIT, $0-32
	MOVQ         u+0(FP), SI
	MOVQ         n+8(FP), CX
	VBROADCASTSS f+16(FP), Y8
	MOVQ         sums+24(FP), R10
	VMOVUPD      (R10), Y4
	VMOVUPD      32(R10), Y5
	SHLQ         $2, CX
	XORQ         AX, AX

scale8loop:
	VMULPS  (SI)(AX*1), Y8, Y0
	VMOVUPS Y0, (SI)(AX*1)
	ADDWIDE(X0, Y0, Y4, Y5)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     scale8loop
	VMOVUPD Y4, (R10)
	VMOVUPD Y5, 32(R10)
	VZEROUPPER
	RET

// func dot8(a, b *float32, n int, sums *[8]float64)
TEXT ·dot8(SB), NOSPLIT, $0-32
	MOVQ    a+0(FP), SI
	MOVQ    b+8(FP), DI
	MOVQ    n+16(FP), CX
	MOVQ    sums+24(FP), R10
	VMOVUPD (R10), Y4
	VMOVUPD 32(R10), Y5
	SHLQ    $2, CX
	XORQ    AX, AX

dot8loop:
	VCVTPS2PD (SI)(AX*1), Y0
	VCVTPS2PD (DI)(AX*1), Y1
	VMULPD    Y1, Y0, Y0
	VADDPD    Y0, Y4, Y4
	VCVTPS2PD 16(SI)(AX*1), Y0
	VCVTPS2PD 16(DI)(AX*1), Y1
	VMULPD    Y1, Y0, Y0
	VADDPD    Y0, Y5, Y5
	ADDQ      $32, AX
	CMPQ      AX, CX
	JLT       dot8loop
	VMOVUPD   Y4, (R10)
	VMOVUPD   Y5, 32(R10)
	VZEROUPPER
	RET

// func change8(w, u, was *float32, n int, sums *[8]float64)
TEXT ·change8(SB), NOSPLIT, $0-40
	MOVQ         w+0(FP), BX
	MOVQ         u+8(FP), SI
	MOVQ         was+16(FP), DI
	MOVQ         n+24(FP), CX
	MOVQ         sums+32(FP), R10
	VBROADCASTSS magnitude<>(SB), Y9
	VMOVUPD      (R10), Y4
	VMOVUPD      32(R10), Y5
	SHLQ         $2, CX
	XORQ         AX, AX

change8loop:
	VMOVUPS      (SI)(AX*1), Y0
	VSUBPS       (DI)(AX*1), Y0, Y0
	VANDPS       Y9, Y0, Y0
	VEXTRACTF128 $1, Y0, X1
	VCVTPS2PD    X0, Y0
	VCVTPS2PD    X1, Y1
	VCVTPS2PD    (BX)(AX*1), Y2
	VCVTPS2PD    16(BX)(AX*1), Y3
	VMULPD       Y2, Y0, Y0
	VMULPD       Y3, Y1, Y1
	VADDPD       Y0, Y4, Y4
	VADDPD       Y1, Y5, Y5
	ADDQ         $32, AX
	CMPQ         AX, CX
	JLT          change8loop
	VMOVUPD      Y4, (R10)
	VMOVUPD      Y5, 32(R10)
	VZEROUPPER
	RET

// func addScaled8(dst, a *float32, n int, f float32)
TEXT ·addScaled8(SB), NOSPLIT, $0-28
	MOVQ         dst+0(FP), DI
	MOVQ         a+8(FP), SI
	MOVQ         n+16(FP), CX
	VBROADCASTSS f+24(FP), Y8
	SHLQ         $2, CX
	XORQ         AX, AX

addScaled8loop:
	VMULPS  (SI)(AX*1), Y8, Y0
	VADDPS  (DI)(AX*1), Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     addScaled8loop
	VZEROUPPER
	RET

// func addProduct8(dst, a, b *float32, n int, f float32)
TEXT ·addProduct8(SB), NOSPLIT, $0-36
	MOVQ         dst+0(FP), DI
	MOVQ         a+8(FP), SI
	MOVQ         b+16(FP), BX
	MOVQ         n+24(FP), CX
	VBROADCASTSS f+32(FP), Y8
	SHLQ         $2, CX
	XORQ         AX, AX

addProduct8loop:
	VMULPS  (SI)(AX*1), Y8, Y0
	VMULPS  (BX)(AX*1), Y0, Y0
	VADDPS  (DI)(AX*1), Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     addProduct8loop
	VZEROUPPER
	RET

// func mix8(dst, a, b *float32, n int, rest, rise float32)
TEXT ·mix8(SB), NOSPLIT, $0-40
	MOVQ         dst+0(FP), DI
	MOVQ         a+8(FP), SI
	MOVQ         b+16(FP), BX
	MOVQ         n+24(FP), CX
	VBROADCASTSS rest+32(FP), Y8
	VBROADCASTSS rise+36(FP), Y9
	SHLQ         $2, CX
	XORQ         AX, AX

mix8loop:
	VMULPS  (SI)(AX*1), Y8, Y0
	VMULPS  (BX)(AX*1), Y9, Y1
	VADDPS  Y1, Y0, Y0
	VMOVUPS Y0, (DI)(AX*1)
	ADDQ    $32, AX
	CMPQ    AX, CX
	JLT     mix8loop
	VZEROUPPER
	RET

// func double8(dst, t *float32, n int)
TEXT ·double8(SB), NOSPLIT, $0-24
	MOVQ         dst+0(FP), DI
	MOVQ         t+8(FP), SI
	MOVQ         n+16(FP), CX
	VBROADCASTSS threequarters<>(SB), Y8
	VBROADCASTSS quarter<>(SB), Y9
	SHLQ         $2, CX
	XORQ         AX, AX

double8loop:
	VMULPS      4(SI)(AX*1), Y8, Y0
	VMULPS      (SI)(AX*1), Y9, Y1
	VMULPS      8(SI)(AX*1), Y9, Y2
	VADDPS      Y1, Y0, Y1
	VADDPS      Y2, Y0, Y2
	VUNPCKLPS   Y2, Y1, Y3
	VUNPCKHPS   Y2, Y1, Y4
	VPERM2F128  $0x20, Y4, Y3, Y5
	VPERM2F128  $0x31, Y4, Y3, Y6
	VMOVUPS     Y5, (DI)(AX*2)
	VMOVUPS     Y6, 32(DI)(AX*2)
	ADDQ        $32, AX
	CMPQ        AX, CX
	JLT         double8loop
	VZEROUPPER
	RET
