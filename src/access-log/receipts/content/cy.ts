import type { ReceiptWords } from './en.ts'

export const cy: ReceiptWords = {
  proof: 'Prawf',
  placed: (index) => `Cofnod rhif ${index} yn y log cyhoeddus`,
  waits:
    'Bydd y cofnod hwn yn cael ei le yn y log cyhoeddus o fewn ychydig eiliadau. Llwythwch y dudalen hon eto i’w weld.',
  download: 'Lawrlwytho derbynneb (zip)',
  downloadFor: (title) => ` ar gyfer: ${title}`,
  about: 'Beth mae derbynneb yn ei brofi',
  readme: (url, vkey, seq, index, hasRecord) => `DERBYNNEB AM UN DEFNYDD O'CH DATA

Defnyddiodd rhywun eich data, a gwnaed cofnod o hynny. Rhoddwyd y cofnod mewn
log cyhoeddus na all ond tyfu. Mae'r dderbynneb hon yn gadael i chi brofi hynny
i unrhyw un, hebddon ni a heb y rhyngrwyd. Cadwch hi mewn lle diogel.

Mae'n profi bod y cofnod hwn yn y log pan lofnodwyd y pwynt gwirio, ac nad oes
yr un llythyren ohono wedi newid ers hynny. Nid yw'n profi bod yr hyn a
ysgrifennodd y corff cyhoeddus yn wir, na bod dim cofnodion eraill amdanoch.

Y FFORDD HAWDD O'I GWIRIO

Ewch i ${url} a dewiswch y ffeil zip hon yno. Caiff ei gwirio
yn eich porwr eich hun. Nid yw'n cael ei hanfon i unman.

BETH SYDD YNDDI

receipt.tlog-proof  sut i fynd o'ch cofnod chi at y pwynt gwirio a lofnodwyd
                    (C2SP tlog-proof yw'r fformat)
receipt.entry       eich cofnod yn y log cyhoeddus: 36 beit nad ydynt yn
                    dweud dim amdanoch wrth neb
place.json          seq: dyma gofnod rhif ${seq} yn eich cadwyn eich hun
                    prev: hash y cofnod o'i flaen
${hasRecord ? withRecord(url, vkey) : withoutRecord(vkey)}Rhif ${index} yw eich cofnod yn y log, gan gyfri o 0.
`,
}

const withRecord = (
  url: string,
  vkey: string,
) => `record.json         y cofnod ei hun (mae hwn amdanoch chi: cadwch e'n breifat)
salt                32 beit ar hap, fel na all neb ddyfalu'r cofnod o'r hyn
                    sydd yn y log

Y FFYRDD ERAILL O'I GWIRIO

Gyda'n rhaglen ni, o god ffynhonnell y gwasanaeth hwn:

    npm run verify-log -- ${url} '${vkey}' --receipt receipt.zip

Gydag unrhyw raglen sy'n darllen C2SP tlog-proof, a'r allwedd hon i'r log:

    ${vkey}

Â llaw, ar gyfer y cam cyntaf. Mae hwn yn argraffu rhif a alwn yn C:

    ( printf 'dal/v1/record\\0'; cat salt record.json ) | sha256sum

32 beit olaf receipt.entry yw SHA-256: y geiriau dal/v1/leaf, beit sero, C,
seq fel 8 beit, a prev. dal1 yw'r 4 beit cyntaf.
`

const withoutRecord = (vkey: string) => `
Nid yw'r cofnod ei hun yn y dderbynneb hon: mae am berson arall hefyd, sydd
wedi'i ddiogelu gan y gyfraith, neu mae wedi'i ddileu.

Allwedd y log, ar gyfer unrhyw raglen sy'n darllen C2SP tlog-proof:

    ${vkey}
`
