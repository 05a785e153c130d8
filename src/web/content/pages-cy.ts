import type { SameWords } from '../../shared/language.ts'
import type { en } from './pages-en.ts'

export const cy: SameWords<typeof en> = {
  start: {
    title: 'Dweud wrth y llywodraeth unwaith fod rhywbeth wedi newid',
    demonstration:
      'Gwasanaeth enghreifftiol yw hwn. Mae’r bobl a’r cytundebau’n ddychmygol, ac nid oes dim yn cael ei ddweud wrth unrhyw gorff cyhoeddus go iawn.',
    purpose: 'Defnyddiwch y gwasanaeth hwn i:',
    uses: [
      'roi gwybod i lawer o gyrff cyhoeddus ar unwaith fod rhywbeth yn eich bywyd wedi newid',
      'weld pa mor bell y mae pob un ohonynt wedi cyrraedd',
      'weld pwy sydd wedi defnyddio eich data, a pham',
    ],
    time: 'Mae’n cymryd tua 10 munud. Gallwch stopio ar unrhyw adeg a dod yn ôl o fewn 28 diwrnod.',
    button: 'Dechrau nawr',
    events: 'Beth gallwch roi gwybod amdano',
    groups: [
      {
        heading: 'Genedigaethau, marwolaethau a theuluoedd',
        events: {
          death: 'Mae rhywun wedi marw',
          birth: 'Rydych wedi cael babi',
          marriage: 'Rydych wedi priodi neu ffurfio partneriaeth sifil',
          separation: 'Rydych wedi gwahanu neu mae eich priodas neu’ch partneriaeth sifil wedi dod i ben',
        },
      },
      {
        heading: 'Eich enw, eich cartref a’ch manylion cyswllt',
        events: {
          'change-of-address': 'Rydych wedi symud neu’n mynd i symud',
          'change-of-name': 'Rydych wedi newid eich enw neu’n mynd i’w newid',
          'contact-details': 'Mae eich manylion cyswllt wedi newid',
          'leaving-or-returning': 'Rydych yn gadael y DU neu’n dod yn ôl',
        },
      },
      {
        heading: 'Gwaith, gofal ac iechyd',
        events: {
          work: 'Mae eich gwaith neu’ch incwm wedi newid',
          caring: 'Rydych wedi dod yn ofalwr neu wedi rhoi’r gorau i ofalu',
          health: 'Mae gennych gyflwr iechyd neu anabledd',
        },
      },
    ],
    promises: 'Ein 2 addewid i chi',
    tellOnce: 'Dweud wrthym unwaith',
    tellOnceText: [
      'Rydych yn dweud wrthym unwaith. Rydym yn dweud wrth bawb sydd angen gwybod.',
      'Cyn i ni anfon dim, byddwch yn gweld wrth bwy y byddwn yn dweud, beth y byddwn yn ei ddweud a pham.',
    ],
    askedTwiceLink: 'Rhowch wybod i ni os gofynnodd corff cyhoeddus i chi am rywbeth sydd gan un arall',
    seeUse: 'Gweld pwy sydd wedi defnyddio eich data',
    seeUseText: [
      'Bob tro y byddwn yn rhoi eich data i gorff cyhoeddus, byddwn yn ei gofnodi lle gallwch chi ei weld.',
      'Byddwch yn gweld pwy a’i cafodd, beth a gawsant, pryd, pam a pha gyfraith sy’n caniatáu hynny. Pan fyddant yn dweud wrthym eu bod wedi edrych arno’n ddiweddarach, byddwch yn gweld hynny hefyd.',
    ],
    seeUseLink: 'Gweld pwy sydd wedi defnyddio eich data',
    before: 'Cyn i chi ddechrau',
    need: 'Bydd angen:',
    needs: [
      'GOV.UK One Login arnoch. Gallwch greu un pan fyddwch yn dechrau',
      'ID â llun arnoch, fel pasbort neu drwydded yrru, os nad ydych wedi profi pwy ydych o’r blaen',
      'manylion a dyddiad yr hyn sydd wedi newid, fel eich cyfeiriad newydd a’r diwrnod rydych yn symud',
    ],
    helps: 'Mae’n help hefyd os yw’r rhifau hyn gennych. Gallwch eu gadael allan:',
    numbers: [
      'eich rhif Yswiriant Gwladol',
      'y rhif ar eich trwydded yrru',
      'plât rhif a llyfr log eich car',
      'rhif eich cyfrif Treth Gyngor',
    ],
    noId: 'Os oes rhywun wedi marw ac na allwch brofi pwy ydych, gallwch ddefnyddio’r cyfeirnod gan y cofrestrydd.',
    noIdLink: 'Gweld sut i roi gwybod am farwolaeth',
    back: 'Os ydych eisoes wedi dweud wrthym',
    backLink: 'Gweld eich adroddiadau',
    wrong: 'Os oes rhywbeth yn anghywir',
    wrongLink: 'Dweud wrthym fod rhywbeth yn anghywir',
    deadLink: 'Dywedwyd ar gam eich bod wedi marw',
    open: 'Wrth bwy rydym yn dweud, ac ar ba delerau',
    agenciesLink: 'Cyrff cyhoeddus sy’n cymryd rhan',
    agreementsLink: 'Beth all pob corff gael gwybod, a pham',
    performanceLink: 'Pa mor dda y mae rhannu’n gweithio',
    developersLink: 'I ddatblygwyr cyrff cyhoeddus',
    other: 'Ffyrdd eraill o ddweud wrthynt',
    otherText:
      'Nid oes rhaid i chi ddefnyddio’r gwasanaeth hwn. Gallwch hefyd ddweud wrth bob corff cyhoeddus eich hun.',
    otherLink: 'Gweld sut i ffonio, ysgrifennu at neu ymweld â phob corff',
  },
  cookies: {
    title: 'Cwcis',
    lead: 'Ffeiliau bach yw cwcis sy’n cael eu cadw ar eich ffôn, llechen neu gyfrifiadur pan fyddwch yn ymweld â gwefan.',
    necessary: 'Cwcis y mae eu hangen ar y gwasanaeth hwn',
    necessaryText: [
      'Dim ond cwcis sy’n gwneud i’r gwasanaeth hwn weithio rydym yn eu defnyddio. Nid oes angen i ni ofyn i chi cyn eu cadw.',
      'Nid ydym yn defnyddio cwcis i gyfrif ymweliadau nac i ddangos hysbysebion i chi.',
    ],
    caption: 'Y cwcis rydym yn eu defnyddio',
    name: 'Enw',
    purpose: 'Ei ddiben',
    expires: 'Pryd mae’n diflannu',
    session: 'Yn eich cadw wedi mewngofnodi, ac yn sicrhau mai chi anfonodd ffurflen',
    sessionExpires: 'Ar ôl 2 awr, neu pan fyddwch yn allgofnodi',
    language: 'Yn cofio ai Cymraeg neu Saesneg a ddewisoch',
    languageExpires: 'Pan fyddwch yn cau eich porwr',
  },
  privacy: {
    title: 'Hysbysiad preifatrwydd',
    sections: [
      {
        heading: 'Gwasanaeth enghreifftiol yw hwn',
        blocks: [
          'Nid oes unrhyw gorff cyhoeddus go iawn yn rhedeg y gwasanaeth hwn nac yn cael dim ganddo. Peidiwch â theipio manylion go iawn amdanoch chi na phobl eraill.',
          'Mae’r dudalen hon yn dweud sut mae’r gwasanaeth yn trin yr hyn rydych yn ei deipio. Pe bai’r gwasanaeth yn un go iawn, byddai’n dweud yr un peth.',
        ],
      },
      {
        heading: 'Yr hyn rydym yn ei gadw amdanoch',
        blocks: [
          'Rydym yn cadw:',
          [
            'yr hyn mae GOV.UK One Login yn ei ddweud wrthym pan fyddwch yn mewngofnodi: eich enwau, eich dyddiad geni, eich cyfeiriadau, eich cyfeiriad e-bost a’ch rhif ffôn, a rhifau eich pasbort a’ch trwydded yrru os gwnaethoch eu defnyddio',
            'yr hyn rydych yn ei ddweud wrthym pan fyddwch yn rhoi gwybod am newid, a’r rhifau rydych yn eu rhoi i ni, fel na fydd angen i chi eu rhoi eto',
            'wrth ba gyrff cyhoeddus y gwnaethom ddweud, beth a ddywedom wrthynt, a beth oedd eu hateb',
            'manylion pobl eraill rydych yn eu rhoi i ni, fel partner, plentyn neu rywun sydd wedi marw',
            'cofnod o bob tro y mae corff cyhoeddus wedi defnyddio eich data drwy’r gwasanaeth hwn, cyn belled ag y maent yn dweud wrthym',
          ],
        ],
      },
      {
        heading: 'Pam mae hawl gennym i wneud hyn',
        blocks: [
          'Rydym yn defnyddio eich data i wneud tasg gyhoeddus. Mae’r gyfraith yn galw hyn yn erthygl 6(1)(e) o GDPR y DU.',
          'Mae gan bob corff cyhoeddus ei gyfraith ei hun sy’n gadael iddo gael eich data. Byddwch yn gweld pa un cyn i chi anfon adroddiad, ac wedyn yn y rhestr o bwy sydd wedi defnyddio eich data. Yn y gwasanaeth enghreifftiol hwn, enghreifftiau yw’r cyfreithiau hynny.',
        ],
      },
      {
        heading: 'Gyda phwy rydym yn ei rannu',
        blocks: [
          'Dim ond gyda’r cyrff cyhoeddus rydym yn eu dangos i chi cyn i chi anfon eich adroddiad y byddwn yn rhannu eich data. Dim ond yr hyn sydd ei angen arno y mae pob un yn ei gael.',
          'Mae pob corff yn cael ei rif ei hun ar eich cyfer gennym ni. Ni allant ei ddefnyddio i gymharu’r hyn maent yn ei wybod â’i gilydd.',
          'Nid ydym byth yn gwerthu eich data.',
          'Os ydych yn dweud wrthym y gallai rhywun fod mewn perygl, nid ydym yn dweud dim wrth neb am eich partner na’r bobl rydych yn byw gyda nhw. Mae rhai cyrff yn cael gwybod bod rhaid bod yn ofalus. Byddwch yn gweld pa rai cyn i chi anfon eich adroddiad.',
          {
            text: 'Gallwch weld y rhestr unrhyw bryd.',
            link: 'Gweld pwy sydd wedi defnyddio eich data',
            href: '/access',
          },
        ],
      },
      {
        heading: 'Os ydych yn rhoi gwybod am rywun arall',
        blocks: [
          'Gallwch roi gwybod i ni am rywun arall, er enghraifft pan fydd rhywun wedi marw. Mae’r cyrff cyhoeddus sy’n gorfod gweithredu yn cael gwybod pwy a ddywedodd wrthym.',
          'Nid ydym byth yn dangos eich enw i neb arall. Os yw’r adroddiad yn anghywir, mae’r person y mae’n sôn amdano yn gweld pryd y cafodd ei anfon, sut y dywedoch eich bod yn perthyn, a sut y gwnaethoch brofi hynny. Nid yw’n gweld eich enw.',
        ],
      },
      {
        heading: 'E-byst a negeseuon testun',
        blocks: [
          'Mae GOV.UK Notify yn anfon e-byst a negeseuon testun ar ein rhan. Mae’n cael eich cyfeiriad e-bost neu’ch rhif ffôn, a geiriau’r neges. Nid yw’r geiriau’n dweud beth a ddywedoch wrthym.',
          {
            text: 'Ar ôl mewngofnodi, gallwch',
            link: 'ddewis beth rydym yn ysgrifennu atoch amdano',
            href: '/notifications',
          },
        ],
      },
      {
        heading: 'Sut rydym yn ei gadw’n ddiogel',
        blocks: [
          'Rydym yn cloi’r hyn rydych yn ei ddweud wrthym ag allwedd sy’n perthyn i chi’n unig. Nid yw’r allweddi’n cael eu cadw yn yr un lle â’r data.',
          'Nid ydym yn rhoi eich manylion mewn cyfeiriadau gwe, mewn e-byst nac yn y nodiadau mae ein cyfrifiaduron yn eu gwneud.',
        ],
      },
      {
        heading: 'Am faint rydym yn ei gadw',
        blocks: [
          'Rydym yn cadw adroddiad rydych wedi’i ddechrau a heb ei anfon am 28 diwrnod ar ôl eich ateb olaf. Yna rydym yn ei ddileu. Gallwch ei ddileu cyn hynny.',
          'Rydym yn cadw’r adroddiadau a anfonwyd gennych a’r rhestr o bwy sydd wedi defnyddio eich data. Mae’r gwasanaeth enghreifftiol hwn yn eu cadw nes i’r sawl sy’n ei redeg eu dileu. Byddai gwasanaeth go iawn yn dweud yma am faint o flynyddoedd y mae’n cadw pob peth.',
          'Mae pob corff cyhoeddus yn cadw’r hyn a ddywedom wrtho am gyhyd ag y mae ei reolau ei hun yn ei ddweud.',
        ],
      },
      {
        heading: 'Eich hawliau',
        blocks: [
          'Mae gennych hawl i:',
          [
            'gael gwybod beth rydym yn ei gadw amdanoch a chael copi ohono',
            'gael cywiro camgymeriadau',
            'ofyn i ni ei ddileu, neu roi’r gorau i’w ddefnyddio',
            'gwyno am y ffordd rydym yn ei ddefnyddio',
          ],
          { text: 'I ddefnyddio un o’r hawliau hyn,', link: 'mewngofnodwch a dywedwch wrthym pa un', href: '/rights' },
          {
            text: 'Os nad ydych yn fodlon ar ein hateb, gallwch gwyno i',
            link: 'Swyddfa’r Comisiynydd Gwybodaeth',
            href: 'https://ico.org.uk/make-a-complaint/',
          },
        ],
      },
    ],
  },
  accessibility: {
    title: 'Datganiad hygyrchedd ar gyfer Dweud wrthym unwaith',
    sections: [
      {
        heading: 'Beth mae’r datganiad hwn yn ymwneud ag ef',
        blocks: [
          'Mae’r datganiad hygyrchedd hwn yn berthnasol i’r gwasanaeth Dweud wrthym unwaith, ar y wefan hon. Mae gan dudalennau GOV.UK One Login eu datganiad eu hunain.',
          'Gwasanaeth enghreifftiol yw hwn. Y bobl sy’n ei adeiladu sy’n ei redeg, nid corff cyhoeddus. Rydym wedi ysgrifennu’r datganiad hwn fel y mae’n rhaid i gorff cyhoeddus ei wneud.',
          'Rydym am i gynifer o bobl â phosibl allu defnyddio’r gwasanaeth hwn. Er enghraifft, dylech allu:',
          [
            'newid sut mae lliwiau a llythrennau’n edrych gyda’ch porwr neu ddyfais',
            'gwneud y testun 4 gwaith yn fwy a dal i weld y cyfan ohono',
            'defnyddio pob tudalen gyda bysellfwrdd yn unig',
            'defnyddio pob tudalen drwy siarad â’ch dyfais',
            'gwrando ar bob tudalen gyda darllenydd sgrin',
            'defnyddio pob tudalen gyda’i sgriptiau wedi’u diffodd',
          ],
          'Rydym hefyd wedi gwneud y geiriau mor syml â phosibl i’w deall, yn Gymraeg ac yn Saesneg.',
          {
            text: 'Os oes gennych anabledd, gallwch ddarllen sut i wneud eich dyfais yn haws i’w defnyddio. Mae help ar gael gan',
            link: 'AbilityNet',
            href: 'https://mcmw.abilitynet.org.uk/',
          },
        ],
      },
      {
        heading: 'Pa mor hygyrch yw’r gwasanaeth hwn',
        blocks: [
          'Nid ydym yn gwybod am unrhyw ran o’r gwasanaeth hwn na all rhai pobl ei defnyddio. Ond nid oes neb o’r tu allan wedi’i brofi eto, felly efallai fod problemau nad ydym wedi dod o hyd iddynt.',
        ],
      },
      {
        heading: 'Adborth a gwybodaeth gyswllt',
        blocks: [
          {
            text: 'Os byddwch yn dod o hyd i broblem, neu os oes angen rhywbeth ar y wefan hon arnoch ar ffurf arall, fel print bras, Hawdd ei Ddeall, sain neu braille,',
            link: 'cysylltwch â ni',
            href: '/contact',
          },
        ],
      },
      {
        heading: 'Gweithdrefn orfodi',
        blocks: [
          'Y Comisiwn Cydraddoldeb a Hawliau Dynol (EHRC) sy’n gyfrifol am orfodi Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018 (y ‘rheoliadau hygyrchedd’).',
          {
            text: 'Os nad ydych yn fodlon ar y ffordd rydym yn ymateb i’ch cwyn, cysylltwch â’r',
            link: 'Gwasanaeth Cynghori a Chymorth Cydraddoldeb (EASS)',
            href: 'https://www.equalityadvisoryservice.com/',
          },
          {
            text: 'Os ydych yng Ngogledd Iwerddon, cysylltwch â',
            link: 'Chomisiwn Cydraddoldeb Gogledd Iwerddon (ECNI)',
            href: 'https://www.equalityni.org/',
          },
        ],
      },
      {
        heading: 'Gwybodaeth dechnegol am hygyrchedd y wefan hon',
        blocks: [
          'Mae’r bobl sy’n adeiladu’r gwasanaeth hwn wedi ymrwymo i wneud ei wefan yn hygyrch, yn unol â Rheoliadau Hygyrchedd Cyrff Sector Cyhoeddus (Gwefannau a Rhaglenni Symudol) (Rhif 2) 2018.',
        ],
      },
      {
        heading: 'Statws cydymffurfio',
        part: true,
        blocks: [
          'Mae’r wefan hon yn cydymffurfio’n rhannol â safon AA fersiwn 2.2 o’r Canllawiau Hygyrchedd Cynnwys Gwe, am nad yw wedi’i phrofi’n llawn. Mae’r hyn nad yw wedi’i brofi wedi’i restru isod.',
        ],
      },
      {
        heading: 'Cynnwys nad yw’n hygyrch',
        blocks: [
          'Nid ydym yn gwybod am unrhyw gynnwys nad yw’n bodloni’r canllawiau. Rydym yn dweud bod y wefan yn cydymffurfio’n rhannol am nad yw’r profion hyn wedi’u gwneud:',
          [
            'prawf o bob un o’u rheolau gan archwilydd o’r tu allan',
            'profion gyda rhaglenni sy’n darllen y sgrin yn uchel, yn ei chwyddo neu’n gwrando ar eich llais',
            'profion gyda phobl anabl',
          ],
        ],
      },
      {
        heading: 'Yr hyn rydym yn ei wneud i wella hygyrchedd',
        blocks: [
          'Bob tro rydym yn newid y gwasanaeth hwn, mae rhaglen yn gwirio ei dudalennau yn Gymraeg ac yn Saesneg, ar sgrin fach ac ar sgrin fawr. Nid yw newid sy’n methu’r gwiriad yn cael ei dderbyn.',
          'Nid oes archwilydd o’r tu allan na phobl anabl wedi ei brofi eto. Rhaid i’r ddau ddigwydd cyn i gorff cyhoeddus go iawn ei ddefnyddio.',
        ],
      },
    ],
    preparation: 'Paratoi’r datganiad hygyrchedd hwn',
    prepared: (date) =>
      `Paratowyd y datganiad hwn ar ${date}. Cafodd ei adolygu ddiwethaf ar ${date}. Profodd y bobl sy’n adeiladu’r gwasanaeth hwn ef ddiwethaf ar ${date}. Rhedwyd rhaglen o’r enw axe dros ei holl dudalennau, ym mhorwr Chromium. Edrychodd arnynt yn Gymraeg ac yn Saesneg, ar sgrin lydan ac ar sgrin gul.`,
  },
  contact: {
    title: 'Cysylltu â ni',
    sections: [
      {
        heading: 'Help gyda’r gwasanaeth enghreifftiol hwn',
        blocks: [
          'Gwasanaeth enghreifftiol yw hwn, felly nid oes ganddo ddesg gymorth na rhif ffôn.',
          'Os nad yw rhywbeth yn gweithio neu os yw’n anodd ei ddeall, dywedwch wrth y sawl a roddodd gyfeiriad y wefan hon i chi. Gall ef neu hi ei drosglwyddo i’r bobl sy’n ei adeiladu.',
        ],
      },
      {
        heading: 'Dweud wrth gorff cyhoeddus go iawn am newid',
        blocks: [
          'Nid yw’r gwasanaeth enghreifftiol hwn yn dweud dim wrth gyrff cyhoeddus go iawn. Os ydych wedi symud tŷ mewn gwirionedd, mae angen i chi ddweud wrthynt o hyd.',
          {
            text: 'Gallwch gael gwybod wrth bwy i ddweud ar',
            link: 'GOV.UK',
            href: 'https://www.gov.uk/browse/housing-local-services',
          },
        ],
      },
      {
        heading: 'Rhoi gwybod am broblem ddiogelwch',
        blocks: [
          'Os byddwch yn dod o hyd i ffordd o weld neu newid data nad yw’n perthyn i chi, peidiwch â’i defnyddio. Dywedwch wrth y sawl a roddodd gyfeiriad y wefan hon i chi, a neb arall nes y bydd wedi’i thrwsio.',
        ],
      },
    ],
  },
}
