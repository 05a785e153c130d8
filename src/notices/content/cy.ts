import type { SameWords } from '../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  emails: {
    'report-sent': {
      subject: 'Mae’r hyn a anfonoch wedi ein cyrraedd',
      body: 'Diolch. Mae’r hyn a anfonoch wedi ein cyrraedd, ac rydym yn dweud wrth y cyrff cyhoeddus ar eich rhestr.',
    },
    'draft-ending': {
      subject: 'Nid ydych wedi gorffen eto',
      body: 'Gwnaethoch ddechrau rhywbeth ond nid ydych wedi’i anfon. Byddwn yn ei ddileu o fewn 3 diwrnod. Os ydych am ei gadw, mewngofnodwch a’i orffen.',
    },
    'body-answered': {
      subject: 'Mae corff cyhoeddus wedi ateb',
      body: 'Mae corff cyhoeddus y gwnaethom ddweud wrtho ar eich rhan wedi ateb.',
    },
    'needs-information': {
      subject: 'Mae ar gorff cyhoeddus angen rhywbeth gennych',
      body: 'Ni all corff cyhoeddus fynd ymlaen nes i chi ei ateb. Gallwch ateb ar ôl mewngofnodi.',
    },
    offer: {
      subject: 'Mae gan gorff cyhoeddus gynnig i chi',
      body: 'Mae corff cyhoeddus yn cynnig rhywbeth i chi. Gallwch edrych arno ac ateb ar ôl mewngofnodi.',
    },
    overdue: {
      subject: 'Mae corff cyhoeddus yn hwyr',
      body: 'Nid yw corff cyhoeddus wedi ateb o fewn ei amser arferol. Rydym wedi gofyn iddo eto. Nid oes angen i chi wneud dim.',
    },
    'report-withdrawn': {
      subject: 'Cafodd rhywbeth ei dynnu’n ôl',
      body: 'Mae rhywbeth a anfonwyd wedi’i dynnu’n ôl. Rydym yn dweud wrth bawb a gafodd wybod amdano.',
    },
    'report-corrected': {
      subject: 'Cafodd rhywbeth ei gywiro',
      body: 'Mae rhywbeth a anfonwyd wedi’i gywiro. Rydym yn dweud wrth bawb a gafodd wybod amdano.',
    },
    'cooling-off-begun': {
      subject: 'Rydym yn aros cyn dweud wrth bawb',
      body: 'Rydym yn aros am gyfnod cyn dweud wrth gyrff na allant ddadwneud yn hawdd yr hyn a wnânt. Os oes rhywbeth o’i le, mewngofnodwch a’i atal nawr.',
    },
    'held-body-waits': {
      subject: 'Rydym yn aros amdanoch chi',
      body: 'Mae corff cyhoeddus nad ydym wedi dweud wrtho eto, am i chi ofyn i ni aros. Mewngofnodwch i roi gwybod a gawn ni ddweud wrtho nawr.',
    },
    'reported-about-you': {
      subject: 'Mae rhywun wedi dweud rhywbeth wrthym amdanoch chi',
      body: 'Mae rhywun wedi dweud rhywbeth wrthym amdanoch chi. Mewngofnodwch i weld beth ydyw. Os yw’n anghywir, dywedwch wrthym a byddwn yn ei gywiro.',
    },
    'access-alert': {
      subject: 'Mae rhywbeth newydd i edrych arno',
      body: 'Mae rhywbeth yn eich rhestr o bwy ddefnyddiodd eich data yr hoffech wybod amdano nawr, efallai.',
    },
    'access-digest': {
      subject: 'Mae eich crynodeb yn barod',
      body: 'Mae rhywbeth newydd yn eich rhestr o bwy ddefnyddiodd eich data.',
    },
    'access-log-gap': {
      subject: 'Gall cofnodion o bwy ddefnyddiodd data fod ar goll',
      body: 'Efallai nad yw’r hyn a gofnodwyd ar gyfer y rhestr o bwy ddefnyddiodd ddata pobl yn gyflawn. Gall dinasyddion weld hyn. Edrychwch ar yr hyn y mae pob corff yn rhoi gwybod amdano, a’i gywiro.',
    },
    'case-opened': {
      subject: 'Mae achos newydd ar agor',
      body: 'Mae rhywun wedi dweud bod rhywbeth o’i le, ac mae angen i berson edrych arno.',
    },
    'outcome-overdue': {
      subject: 'Mae atebion yn hwyr',
      body: 'Gwnaethom ddweud rhywbeth wrthych ar ran dinesydd, ac mae eich ateb yn hwyr. Gall y dinesydd weld ei fod yn hwyr.',
    },
    'deliveries-given-up': {
      subject: 'Rydym wedi rhoi’r gorau i geisio rhoi gwybod i chi am rywbeth',
      body: 'Gwnaethom geisio am 7 diwrnod roi gwybod i chi am rywbeth ar ran dinesydd, ac rydym wedi rhoi’r gorau iddi. Gall y dinesydd weld hyn. Gallwch ei gael o hyd: mewngofnodwch i weld beth rydych wedi’i golli a’i gael eto.',
    },
    'inbox-waits': {
      subject: 'Mae rhywbeth yn aros yn eich mewnflwch',
      body: 'Mae dinesydd wedi dweud rhywbeth wrthym y mae angen i’ch sefydliad ei wybod, ac nid oes neb yno wedi’i agor eto. Os na fydd neb yn ei agor o fewn 7 diwrnod, bydd yn cyfrif fel heb ei ddweud, a gall y dinesydd weld hynny.',
    },
    'join-requested': {
      subject: 'Mae corff cyhoeddus yn gofyn am ymuno',
      body: 'Mae corff cyhoeddus wedi gofyn am ymuno â’r gwasanaeth hwn. Mae angen i rywun edrych ar ei gais a phenderfynu.',
    },
    'join-declined': {
      subject: 'Gwrthodwyd eich cais i ymuno',
      body: 'Gwnaethoch ofyn am i’ch sefydliad ymuno â’r gwasanaeth hwn. Ni allwn ei dderbyn nawr.',
    },
    'agreement-proposed': {
      subject: 'Mae angen ail berson',
      body: 'Mae rhywun mewn corff cyhoeddus am iddo gael gwybod mwy. Ni ddywedir dim mwy wrtho nes bod ail berson yn cytuno.',
    },
    'agreement-to-second': {
      subject: 'Gallwch fod yn ail berson',
      body: 'Mae corff cyhoeddus yn eich grŵp am gael gwybod mwy, ac nid oes ganddo neb arall a all gytuno. Gall gweinyddwr o’ch sefydliad chi edrych arno a phenderfynu.',
    },
    'share-asked': {
      subject: 'Mae corff arall yn gofyn i chi rannu',
      body: 'Byddai’n rhaid i gorff cyhoeddus ofyn i bobl am ffaith sydd gennych chi. Gall gweinyddwr o’ch sefydliad chi benderfynu a ydych yn ei rhannu.',
    },
    'agreement-decided': {
      subject: 'Penderfynwyd ar eich cytundeb',
      body: 'Gofynnodd eich sefydliad am gael gwybod mwy. Mae ateb nawr.',
    },
    'agreement-escalated': {
      subject: 'Mae cais i rannu wedi aros yn rhy hir',
      body: 'Gofynnodd corff cyhoeddus am gael rhannu data ac ni chafodd ateb mewn pryd. Fel pennaeth rhannu data, gwnewch yn siŵr bod rhywun yn penderfynu.',
    },
    'agreement-review-due': {
      subject: 'Adolygwch eich cytundeb',
      body: 'Rhaid edrych eto ar un o’ch cytundebau o fewn 30 diwrnod. Dywedwch beth oedd ei fudd a beth oedd ei gost. Os na wna neb, bydd yn darfod ac ni ddywedwn ddim mwy wrthych odano.',
    },
    'agreement-lapsed': {
      subject: 'Mae eich cytundeb wedi darfod',
      body: 'Nid adolygodd neb un o’ch cytundebau mewn pryd. Nid ydym yn dweud dim wrthych odano nawr. Gallwch ofyn am ei adnewyddu o hyd.',
    },
    'body-not-told': {
      subject: 'Ni allem ddweud wrth gorff cyhoeddus',
      body: 'Gwnaethom geisio dweud wrth gorff cyhoeddus ar eich rhan, ac rydym wedi rhoi’r gorau i geisio. Mewngofnodwch i weld pa un, a beth y gallwch ei wneud.',
    },
    'deliveries-at-risk': {
      subject: 'Ni allwn ddweud rhywbeth wrthych: 3 diwrnod ar ôl',
      body: 'Rydym wedi ceisio ers dros 3 diwrnod ddweud rhywbeth wrthych ar ran dinesydd. Rydym yn dal i geisio am 7 diwrnod i gyd. Ar ôl hynny bydd y dinesydd yn gweld na chawsoch wybod.',
    },
    'deliveries-at-risk-soon': {
      subject: 'Ni allwn ddweud rhywbeth wrthych: 2 ddiwrnod ar ôl',
      body: 'Rydym wedi ceisio ers bron i 5 diwrnod ddweud rhywbeth wrthych ar ran dinesydd. Byddwn yn rhoi’r gorau iddi ymhen 2 ddiwrnod. Ar ôl hynny bydd y dinesydd yn gweld na chawsoch wybod.',
    },
    'deliveries-at-risk-now': {
      subject: 'Ni allwn ddweud rhywbeth wrthych: llai na diwrnod ar ôl',
      body: 'Rydym wedi ceisio ers 6 diwrnod ddweud rhywbeth wrthych ar ran dinesydd. Byddwn yn rhoi’r gorau iddi ymhen llai na diwrnod. Ar ôl hynny bydd y dinesydd yn gweld na chawsoch wybod.',
    },
    'stream-failing': {
      subject: 'Nid yw eich derbynnydd yn cymryd dim gennym',
      body: 'Nid oes dim a anfonwn at un o’ch ffrydiau yn cyrraedd. Mae angen i rywun ar eich ochr chi edrych arno. Rydym yn cadw’r hyn sydd i chi ac yn dal i geisio.',
    },
    'stream-stopped': {
      subject: 'Rydym wedi oedi un o’ch ffrydiau',
      body: 'Mae eich derbynnydd yn dweud ei fod wedi mynd am byth, felly nid ydym yn anfon dim yno. Rydym yn cadw’r hyn sydd i chi. Dywedwch ble gallwn eich cyrraedd nawr, a throwch y ffrwd ymlaen eto.',
    },
    'receiver-failing': {
      subject: 'Nid yw derbynnydd yn cymryd dim',
      body: 'Nid oes dim yn cyrraedd derbynnydd corff cyhoeddus, neu mae’n dweud ei fod wedi mynd. Cafodd ei gyswllt wybod.',
    },
    'dead-letters': {
      subject: 'Rydym wedi rhoi’r gorau i ddweud wrth gorff cyhoeddus',
      body: 'Ni ellid dweud rhywbeth wrth gorff cyhoeddus mewn 7 diwrnod, ac nid oes neb yno wedi delio ag ef. Gall y dinasyddion weld na chafodd wybod.',
    },
    'question-answered': {
      subject: 'Mae corff cyhoeddus wedi ateb eich cwestiwn',
      body: 'Mae corff cyhoeddus wedi ateb cwestiwn a ofynnoch. Gallwch ddarllen yr ateb ar ôl mewngofnodi.',
    },
    'question-late': {
      subject: 'Mae corff cyhoeddus yn hwyr gyda’i ateb',
      body: 'Nid yw corff cyhoeddus wedi ateb eich cwestiwn yn yr amser y mae’r gyfraith yn ei roi iddo. Mewngofnodwch i weld beth y gallwch ei wneud.',
    },
    'record-opened': {
      subject: 'Mae rhywbeth na allech ei weld o’r blaen',
      body: 'Caniataodd y gyfraith i gorff cyhoeddus gadw rhywbeth yn ôl am gyfnod. Gallwch ei weld nawr.',
    },
    'question-asked': {
      subject: 'Mae gan ddinesydd gwestiwn i chi',
      body: 'Mae dinesydd wedi gofyn am ddefnydd o’i ddata, neu wedi ysgrifennu eto. Mae’r gyfraith yn dweud erbyn pryd y mae’n rhaid i chi ateb. Gall eich cyswllt diogelu data ei ddarllen a’i ateb.',
    },
    'question-urgent': {
      subject: 'Brys: nid yw dinesydd yn adnabod defnydd o’i ddata',
      body: 'Mae dinesydd wedi gofyn am ddefnydd o’i ddata nad yw’n ei adnabod. Efallai bod rhywun wedi edrych na ddylai fod wedi gwneud hynny. Darllenwch ef heddiw.',
    },
    'question-due': {
      subject: 'Mae’n bryd i chi ateb dinesydd',
      body: 'Mae cwestiwn dinesydd yn aros amdanoch, ac mae’r amser y mae’r gyfraith am gael ateb ynddo bron ar ben.',
    },
    'question-overdue': {
      subject: 'Mae eich ateb i ddinesydd yn hwyr',
      body: 'Nid ydych wedi ateb dinesydd yn yr amser y mae’r gyfraith yn ei roi i chi. Gall y dinesydd weld hyn, a gall gwyno i’r Comisiynydd Gwybodaeth.',
    },
    'mediation-opened': {
      subject: 'Mae cyfryngu wedi agor',
      body: 'Mae pobl wedi codi pryderon am gytundeb. Mae cyfryngu amdano wedi agor. Dywedwch yr hyn sydd gennych i’w ddweud, i bawb ei ddarllen.',
    },
    'mediation-to-speak': {
      subject: 'Mae cyfryngu wedi agor',
      body: 'Mae pobl wedi codi pryderon am gytundeb. Mae cyfryngu amdano wedi agor. Gallwch siarad yno dros y rhai a’u cododd.',
    },
    'mediation-decided': {
      subject: 'Mae’r cyfryngwr wedi penderfynu',
      body: 'Mae’r cyfryngwr wedi dweud beth a ddaw o gyfryngu am un o’ch cytundebau. Darllenwch beth sy’n rhaid i chi ei wneud, ac erbyn pryd.',
    },
    'improvement-answered': {
      subject: 'Mae corff yn dweud beth y mae wedi’i wella',
      body: 'Gofynnoch i gorff wella. Mae wedi dweud beth a wnaeth. Dywedwch a yw hynny’n ddigon.',
    },
    'improvement-due': {
      subject: 'Dywedwch beth rydych wedi’i wella',
      body: 'Gofynnwyd i chi wella sut rydych yn rhannu data, ac mae’r diwrnod olaf yn agos. Dywedwch beth rydych wedi’i wneud.',
    },
    'improvement-overdue': {
      subject: 'Mae’r amser i wella ar ben',
      body: 'Gofynnoch i gorff wella, ac mae ei ddiwrnod olaf wedi mynd heibio. Gallwch dderbyn yr hyn a wnaeth, neu ddod â’r cytundeb i ben.',
    },
    'rights-answered': {
      subject: 'Mae corff cyhoeddus wedi ateb',
      body: 'Mae corff cyhoeddus wedi ateb rhywbeth y gofynnoch amdano ynghylch eich data. Gallwch ddarllen yr ateb pan fyddwch yn mewngofnodi.',
    },
    'rights-late': {
      subject: 'Mae corff cyhoeddus yn hwyr gyda’i ateb',
      body: 'Nid yw corff cyhoeddus wedi ateb yr hyn y gofynnoch amdano ynghylch eich data yn yr amser y mae’r gyfraith yn ei roi iddo. Mewngofnodwch i weld beth y gallwch ei wneud.',
    },
    'rights-asked': {
      subject: 'Mae dinesydd yn defnyddio hawl',
      body: 'Mae dinesydd wedi gofyn i chi am rywbeth ynghylch ei ddata, neu wedi ysgrifennu eto. Mae’r gyfraith yn dweud erbyn pryd y mae’n rhaid i chi ateb. Gall eich cyswllt diogelu data ei ddarllen a’i ateb.',
    },
    'rights-due': {
      subject: 'Mae’n bryd ateb dinesydd',
      body: 'Mae dinesydd yn aros am eich ateb ynghylch ei ddata. Mae’r amser y mae’r gyfraith yn ei roi i chi bron ar ben.',
    },
    'rights-overdue': {
      subject: 'Mae eich ateb i ddinesydd yn hwyr',
      body: 'Nid ydych wedi ateb dinesydd yn yr amser y mae’r gyfraith yn ei roi i chi. Gall y dinesydd weld hyn, a gall gwyno.',
    },
    'staff-invited': {
      subject: 'Gallwch fewngofnodi ar gyfer eich gwaith',
      body: 'Rydych wedi cael gwahoddiad i ddefnyddio’r gwasanaeth hwn ar gyfer eich gwaith. Mewngofnodwch gyda’r un e-bost ag y daeth y neges hon iddo.',
    },
  },
  quietEmail: {
    subject: 'Mae gennych neges newydd',
    body: 'Mewngofnodwch i’r gwasanaeth a ddefnyddioch i’w darllen. Peidiwch ag ateb yr e-bost hwn.',
  },
  signIn: (address) => `Mewngofnodwch i weld mwy: ${address}`,
  ask: (address) => `Gofynnwch i ni pam, neu gofynnwch eto: ${address}`,
  choose: (address) => `Dewiswch pa negeseuon e-bost rydym yn eu hanfon atoch: ${address}`,
  noReply:
    'Peidiwch ag ateb yr e-bost hwn. Nid ydym byth yn gofyn am eich manylion personol drwy e-bost na neges destun.',
  text: (address) => `Mae rhywbeth i chi edrych arno. Mewngofnodwch i’w weld: ${address}`,
  choices: {
    title: 'Negeseuon e-bost a thestun rydym yn eu hanfon atoch',
    intro: [
      'Rydym yn defnyddio cyfeiriad e-bost a rhif ffôn eich GOV.UK One Login.',
      'Nid yw ein negeseuon byth yn dweud beth a ddywedoch wrthym. Maent ond yn gofyn i chi fewngofnodi.',
    ],
    emails: 'Pa negeseuon e-bost hoffech chi eu cael?',
    emailsHint: 'Dewiswch bob un yr hoffech ei chael. Peidiwch â dewis dim os nad ydych am gael negeseuon e-bost.',
    kinds: {
      'report-sent': 'Pan fydd yr hyn a anfonoch wedi ein cyrraedd',
      'draft-ending': 'Cyn i ni ddileu rhywbeth nad ydych wedi’i orffen',
      'body-answered': 'Pan fydd corff cyhoeddus yn ateb',
      'needs-information': 'Pan fydd ar gorff cyhoeddus angen rhywbeth gennych',
      offer: 'Pan fydd corff cyhoeddus yn cynnig rhywbeth i chi',
      overdue: 'Pan fydd corff cyhoeddus yn hwyr',
      'report-withdrawn': 'Pan fydd rhywbeth yn cael ei dynnu’n ôl',
      'report-corrected': 'Pan fydd rhywbeth yn cael ei gywiro',
      'cooling-off-begun': 'Pan fyddwn yn aros cyn dweud wrth bawb',
      'body-not-told': 'Pan na allem ddweud wrth gorff cyhoeddus',
      'held-body-waits': 'Pan fydd corff cyhoeddus yn aros nes i chi ddweud y cawn ddweud wrtho',
      'question-answered': 'Pan fydd corff cyhoeddus yn ateb cwestiwn am eich data',
      'question-late': 'Pan fydd corff cyhoeddus yn hwyr gydag ateb o’r fath',
      'rights-answered': 'Pan fydd corff cyhoeddus yn ateb yr hyn y gofynnoch amdano ynghylch eich data',
      'rights-late': 'Pan fydd corff cyhoeddus yn hwyr gyda’r hyn y gofynnoch amdano',
      'record-opened': 'Pan allwch weld cofnod a gadwyd yn ôl',
      'access-alert':
        'Ar unwaith, pan ddefnyddir data sensitif, pan fo corff yn newydd yn eich rhestr, neu pan fo rhywun yn edrych ar eich data y tu allan i oriau gwaith',
    },
    always:
      'Byddwn bob amser yn anfon e-bost atoch os bydd rhywun arall yn dweud rhywbeth wrthym amdanoch. Mae’r gyfraith yn dweud bod rhaid i ni roi gwybod i chi.',
    digest: 'Pa mor aml rydych am glywed pwy ddefnyddiodd eich data?',
    digestHint:
      'Dim ond pan fydd rhywbeth newydd y byddwn yn anfon e-bost. Ni fyddwn, os dywedoch wrthym y gallai rhywun fod mewn perygl.',
    digests: { weekly: 'Unwaith yr wythnos', monthly: 'Unwaith y mis', off: 'Byth' },
    digestMissing: 'Dewiswch pa mor aml rydych am glywed pwy ddefnyddiodd eich data',
    texts: 'Hoffech chi gael negeseuon testun?',
    textsHint:
      'Dim ond pan fydd rhywbeth i chi ei wneud y byddwn yn anfon neges destun, pa negeseuon e-bost bynnag a ddewiswch. Nid ydym yn anfon neges destun os dywedoch wrthym y gallai rhywun fod mewn perygl.',
    yes: 'Hoffwn',
    no: 'Na hoffwn',
    save: 'Cadw eich dewisiadau',
    textsMissing: 'Dewiswch a hoffech chi gael negeseuon testun',
    success: 'Llwyddiant',
    saved: 'Mae eich dewisiadau wedi’u cadw',
  },
  outbox: {
    title: 'Yr hyn a fyddai wedi’i anfon',
    intro:
      'Nid oes gan y peiriant hwn allwedd ar gyfer GOV.UK Notify, felly nid oes dim yn ei adael. Dyma’r negeseuon e-bost a thestun y byddai pobl wedi’u cael, y diweddaraf yn gyntaf.',
    empty: 'Dim byd eto.',
    untitled: 'Neges destun',
    time: 'Amser',
    to: 'At',
    channel: 'Anfonwyd fel',
    channels: { email: 'E-bost', text: 'Neges destun' },
    subject: 'Pwnc',
    languages: 'Iaith',
    inLanguages: { en: 'Saesneg', cy: 'Cymraeg' },
    words: 'Geiriau',
  },
}
