import type { LogWords } from './en.ts'

export const cy: LogWords = {
  title: 'Log cyhoeddus o bwy ddefnyddiodd ddata',
  lead: 'Bob tro y mae corff cyhoeddus yn defnyddio data rhywun, rydym yn gwneud cofnod. Ar gyfer pob cofnod rydym yn rhoi llinell mewn log cyhoeddus. Dim ond tyfu y gall y log. Ni all neb newid llinell na thynnu un allan heb i rywun sylwi. Mae hynny’n wir amdanom ni hefyd.',
  now: 'Y log nawr',
  empty: 'Nid oes dim llinellau yn y log eto.',
  notBegun: 'Mae’r log yn cael ei ddechrau. Llwythwch y dudalen hon eto mewn ychydig eiliadau.',
  size: 'Llinellau',
  signed: 'Llofnodwyd ddiwethaf',
  witnesses: 'Tystion',
  witness: (name, size, time) => `${name}: llofnododd ${size} o linellau ar ${time}`,
  silent: (name) => `${name}: heb lofnodi dim eto`,
  noWitness: 'Nid oes neb y tu allan i’r gwasanaeth hwn yn gwylio’r log eto.',
  witnessesMean:
    'Cyfrifiadur rhywun arall yw tyst. Mae’n llofnodi’r hyn a wêl, ac nid yw’n llofnodi pan fydd y log yn dweud rhywbeth gwahanol i’r tro o’r blaen.',
  name: 'Enw',
  key: 'Allwedd',
  keyHint: 'Cadwch gopi o’r allwedd. Yna gallwch ddweud a oes rhywun yn dangos log arall i chi.',
  proves: {
    heading: 'Beth mae derbynneb yn ei brofi',
    list: [
      'Roedd eich cofnod yn y log pan lofnodwyd y log',
      'Nid oes yr un llythyren o’ch cofnod wedi newid ers hynny',
      'Ni thynnwyd dim allan rhwng dau o’ch cofnodion: mae pob un yn enwi’r un o’i flaen',
    ],
  },
  doesNot: {
    heading: 'Beth nad yw’n ei brofi',
    list: [
      'Bod yr hyn a ysgrifennodd corff cyhoeddus yn wir',
      'Bod corff cyhoeddus wedi dweud wrthym am bopeth a wnaeth',
      'Nad oes dim byd mwy newydd yn cael ei ddal yn ôl. I ganfod hynny, rydym yn cymharu ein cofnodion â’r niferoedd y mae cyrff cyhoeddus yn eu rhoi i ni bob dydd',
    ],
  },
  others: {
    heading: 'Beth all pobl eraill ei weld',
    text: 'Gall unrhyw un ddarllen y log cyfan. Darn byr o ddata sy’n edrych fel hap llwyr yw llinell. Nid yw’n dweud am bwy y mae, pa gorff cyhoeddus oedd, na pham.',
  },
  check: {
    heading: 'Gwirio derbynneb',
    text: 'Cewch dderbynneb ar dudalen pob un o’ch cofnodion. Eich porwr eich hun sy’n ei gwirio yma. Nid yw’n cael ei hanfon i unman.',
    choose: 'Dewiswch eich derbynneb (ffeil zip)',
  },
  results: {
    good: { tag: 'Mae’n dal', text: 'Mae’r cofnod hwn yn y log, ac nid oes dim ynddo wedi newid.' },
    entry: {
      tag: 'Mae’n dal',
      text: 'Mae’r llinell hon yn y log. Nid yw’r cofnod ei hun yn y dderbynneb hon, felly dim ond y llinell a wiriwyd.',
    },
    record: { tag: 'Nid yw’n dal', text: 'Mae’r cofnod, neu rywbeth sy’n perthyn iddo, wedi’i newid.' },
    proof: { tag: 'Nid yw’n dal', text: 'Mae’r ffordd o’r llinell i’r log wedi torri. Mae rhywbeth wedi’i newid.' },
    signature: {
      tag: 'Nid yw’n dal',
      text: 'Ni lofnodwyd yr hyn y mae’r dderbynneb yn ei ddangos ag allwedd y log hwn.',
    },
    another: {
      tag: 'Heb ei wirio',
      text: 'Derbynneb o log arall yw hon. Gwiriwch hi ar dudalen y log hwnnw. Ei enw yw:',
    },
    key: {
      tag: 'Heb ei wirio',
      text: 'Ni lofnodwyd y dderbynneb hon â’r allwedd sydd gan y log nawr. Gall fod yn hŷn na’r allwedd, neu gall rhywun fod wedi’i ffugio. A gadwoch yr allwedd oedd gan y log bryd hynny? Gyda honno, gall y gorchymyn ar y dudalen hon ddweud.',
    },
    unreadable: {
      tag: 'Heb ei wirio',
      text: 'Nid derbynneb yw’r ffeil hon. Dewiswch y ffeil zip fel y gwnaethoch ei lawrlwytho.',
    },
    unable: {
      tag: 'Heb ei wirio',
      text: 'Ni all y porwr hwn wirio llofnodion. Rhowch gynnig ar un mwy newydd, neu’r gorchymyn ar y dudalen hon.',
    },
  },
  fact: { index: 'Rhif y llinell', size: 'Llinellau pan lofnodwyd', witnesses: 'Llofnodwyd hefyd gan' },
  command: {
    heading: 'Ei wirio heb y dudalen hon',
    text: 'Gall rhaglenwyr wirio’r log cyfan, neu dderbynneb, â chod ffynhonnell y gwasanaeth hwn:',
    tiles: 'Ffurf C2SP tlog-tiles sydd i’r log, y mae rhaglenni eraill yn ei darllen hefyd. Mae’n dechrau yn:',
  },
}
