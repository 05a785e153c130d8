import type { SameWords } from '../../../shared/language.ts'
import type { en } from './en.ts'

export const cy: SameWords<typeof en> = {
  previous: 'Blaenorol',
  next: 'Nesaf',
  pagesOfGuide: 'Tudalennau’r canllaw',
  exampleIn: { sh: 'Enghraifft gyda curl', mjs: 'Enghraifft gyda Node', json: 'Enghraifft o’r hyn a gewch' },
  index: {
    title: 'Canllaw i ddatblygwyr',
    lead: 'Mae’r canllaw hwn i bobl sy’n adeiladu i gyrff cyhoeddus. Mae’n dangos sut y gall eich system gael gwybod am newidiadau ym mywydau pobl.',
    settings: 'Enwau yn yr enghreifftiau',
    settingsIntro:
      'Mae’r enghreifftiau’n rhai go iawn. Rydym yn rhedeg pob un cyn pob fersiwn newydd. Gosodwch yr enwau hyn yn gyntaf.',
    settingsTerms: {
      SERVICE: 'cyfeiriad y gwasanaeth hwn, heb slaes ar y diwedd',
      CLIENT_ID: 'eich dynodydd, fel y mae yn y rhestr o gyrff cyhoeddus',
      TOKEN: 'eich tocyn mynediad',
      STREAM_ID: 'dynodydd eich ffrwd',
      JTI: 'dynodydd y digwyddiad',
    },
    documents: 'Ar gyfer eich offer',
    openApi: 'Disgrifiad o bob galwad (OpenAPI 3.1)',
    agencies: 'Cyrff cyhoeddus, fel JSON',
    agreements: 'Cytundebau, fel JSON',
    metadata: 'Ble mae pob rhan o’r gwasanaeth (Shared Signals)',
  },
  pages: {
    joining: {
      title: 'Sut i ymuno',
      lead: 'Mae angen cytundeb, allwedd a ffrwd arnoch. Nid oes angen system y gallwn ei galw.',
      sections: {
        ways: {
          heading: 'Tair ffordd o gael gwybod',
          blocks: [
            'Dewiswch y ffordd sy’n gweddu i’ch tîm.',
            [
              'Gwthio: rydym yn galw eich cyfeiriad bob tro y bydd newyddion. Dyma’r ffordd gyflymaf.',
              'Polio: mae eich rhaglen yn gofyn i ni am newyddion. Nid oes rhaid i neb agor drws yn eich rhwydwaith.',
              'Mewnflwch: mae eich staff yn darllen y newyddion mewn porwr. Nid oes dim i’w adeiladu.',
            ],
            'Gallwch newid o un ffordd i’r llall yn ddiweddarach. Nid oes dim yn cael ei golli na’i anfon ddwywaith.',
          ],
        },
        steps: {
          heading: 'Beth i’w wneud',
          blocks: [
            [
              'Cytunwch â ni beth y cewch wybod, pam, a pha gyfraith sy’n caniatáu hynny.',
              'Gwnewch allwedd ac anfonwch yr hanner cyhoeddus atom.',
              'Cewch docyn gyda’ch allwedd.',
              'Gwnewch ffrwd.',
              'Rhowch gynnig arni gyda phobl ddychmygol.',
              'Ewch yn fyw.',
            ],
            {
              text: 'Gallwch ddarllen beth mae eraill wedi cytuno arno.',
              link: 'Gweld pob cytundeb',
              href: '/agreements',
            },
            { text: 'Os nad yw eich corff ar ein rhestr eto,', link: 'gofynnwch am gael ymuno', href: '/join' },
          ],
        },
        key: {
          heading: 'Gwneud allwedd',
          blocks: [
            'Cadwch yr hanner preifat ar eich peiriant eich hun. Dim ond yr hyn y mae’r rhaglen yn ei argraffu sydd ei angen arnom.',
            'Gall eich allwedd fod yn RSA gyda 2,048 did neu fwy, neu’n allwedd P-256. Gallwch roi dwy allwedd i ni ar yr un pryd, er mwyn newid o’r hen un i’r un newydd heb fwlch.',
            'Gallwch hefyd gyhoeddi eich allweddi ar eich gwefan eich hun a rhoi’r cyfeiriad i ni.',
          ],
        },
        form: {
          heading: 'Beth fyddwch yn ei gael',
          blocks: [
            'Mae eich cytundeb yn enwi pob peth y cewch wybod amdano. Byddwch yn cael y rhain a dim mwy. Mae gan bob cytundeb sgema y gall eich rhaglen wirio yn ei herbyn.',
          ],
        },
      },
    },
    tokens: {
      title: 'Cael tocyn',
      lead: 'Mae angen tocyn mynediad ar gyfer pob galwad. Rydych yn ei gael gyda’ch allwedd. Nid oes cyfrinair.',
      sections: {
        get: {
          heading: 'Gofyn am docyn',
          blocks: [
            'Llofnodwch nodyn byr sy’n dweud pwy ydych chi. Rydym yn ei wirio gyda’r allwedd a roesoch i ni, ac yn anfon tocyn yn ôl.',
            'Gall eich nodyn bara am 5 munud ar y mwyaf. Defnyddiwch ef unwaith: byddwn yn ei wrthod yr ail dro.',
          ],
        },
        use: {
          heading: 'Defnyddio’r tocyn',
          blocks: [
            'Anfonwch y tocyn gyda phob galwad, yn y pennawd `Authorization`. Peidiwch byth â’i roi mewn cyfeiriad.',
            'Mae tocyn yn para am 5 munud. Gofynnwch am un newydd ychydig cyn iddo ddod i ben.',
          ],
        },
        scopes: {
          heading: 'Beth mae tocyn yn gadael i chi ei wneud',
          blocks: [
            'Gallwch ofyn am lai nag y cewch ei gael. Os na fyddwch yn enwi cwmpas, byddwch yn eu cael i gyd.',
            {
              terms: {
                'ssf.read': 'darllen eich ffrydiau, a pholio',
                'ssf.manage': 'gwneud a newid eich ffrydiau',
                'outcomes.write': 'dweud wrthym beth wnaethoch chi',
                'events.read': 'darllen eto yr hyn y cawsoch wybod',
                'access-records.write': 'dweud wrthym pwy edrychodd ar ddata pwy',
              },
            },
          ],
        },
      },
    },
    streams: {
      title: 'Gwneud ffrwd',
      lead: 'Ffrwd yw’r ffordd y cewch wybod. Gallwch gael un ar gyfer pob un o’ch systemau.',
      sections: {
        poll: {
          heading: 'Gwneud ffrwd rydych yn ei pholio',
          blocks: [
            'Mae’r ateb yn dweud ble i bolio. Mae hefyd yn dweud beth y cewch wybod amdano: gweler `events_delivered`. Eich cytundebau sy’n penderfynu beth sydd ynddo.',
          ],
        },
        polling: {
          heading: 'Gofyn am newyddion',
          blocks: [
            'Rydych yn cael pob digwyddiad gyda’i ddynodydd. Mae’n dod eto nes i chi ddweud ei fod gennych.',
            'Os byddwch yn hepgor `returnImmediately`, bydd yr alwad yn aros am hyd at 30 eiliad nes bod newyddion. Felly nid oes angen i’ch rhaglen ofyn drwy’r amser.',
          ],
        },
        push: {
          heading: 'Gwneud ffrwd rydym yn gwthio iddi',
          blocks: [
            'Rhowch gyfeiriad i ni sy’n dechrau gyda https, a chyfrinach. Rydym yn anfon y gyfrinach gyda phob galwad, yn union fel y rhoesoch hi.',
            'Gallwn ddefnyddio eich gwasanaeth tocynnau eich hun yn lle cyfrinach. Rhowch ei gyfeiriad i ni fel `token_url`.',
            'Os na rowch `client_secret` i ni ar ei gyfer, byddwn yn llofnodi pwy ydym gyda’r allweddi sy’n llofnodi eich digwyddiadau. Ein `client_id` wedyn yw ein cyfeiriad ein hunain, `/agencies/` a’ch id chi. Chi yn unig sydd â hwnnw: ni all unrhyw gorff arall ei ddefnyddio.',
          ],
        },
        proof: {
          heading: 'Dangos bod eich cyfeiriad yn ddiogel',
          blocks: [
            'Cyn i ni anfon unrhyw newyddion go iawn atoch, rydym yn galw eich cyfeiriad dair gwaith.',
            [
              'Yn gyntaf rydym yn anfon digwyddiad prawf da. Rhaid i chi ei gymryd.',
              'Yna rydym yn galw heb eich cyfrinach. Rhaid i chi wrthod.',
              'Yna rydym yn anfon digwyddiad â llofnod gwael. Rhaid i chi ei wrthod.',
            ],
            'Mae’r enghraifft hon yn cymryd yr hyn sy’n gywir ac yn gwrthod y gweddill. Atebwch dim ond pan fydd y digwyddiad yn ddiogel ar eich disg.',
          ],
        },
        pace: {
          heading: 'Dweud pa mor gyflym y cawn eich galw',
          blocks: [
            'Ychwanegwch y rhain at `delivery` os oes eu hangen arnoch. Gall eich gweinyddwyr eu newid ar eich tudalennau hefyd.',
            {
              terms: {
                max_in_flight: 'faint o alwadau a gaiff fod ar agor ar yr un pryd, o 1 i 64',
                max_per_second: 'faint o alwadau a gawn ni eu gwneud bob eiliad',
                maintenance:
                  'pryd rydych ar gau, yn amser y DU: pob un gyda `day`, `from` ac `until`, fel `sunday`, `22:00` a `02:00`. Am un tro yn unig gadewch `day` allan a rhowch ddyddiadau hefyd, fel `2026-12-24T18:00`',
              },
            },
            'Tra byddwch ar gau nid ydym yn anfon dim, ac nid oes dim yn cyfrif fel methiant. Mae `null` yn tynnu’n ôl yr hyn a ddywedoch.',
          ],
        },
        verify: {
          heading: 'Rhoi cynnig ar eich ffrwd',
          blocks: [
            'Gofynnwch am ddigwyddiad prawf unrhyw bryd. Mae’n dod o fewn eiliadau, ac mae eich geiriau eich hun ynddo.',
          ],
        },
        pause: {
          heading: 'Oedi eich ffrwd',
          blocks: [
            'Rydym yn cadw’r hyn sy’n dod tra bo’ch ffrwd wedi’i hoedi. Byddwch yn ei gael mewn trefn pan fyddwch yn dechrau eto.',
            'Os gosodwch y statws i `disabled`, nid ydym yn cadw’r hyn sy’n dod.',
          ],
        },
        interest: {
          heading: 'Dweud am bwy mae gennych ffeil',
          blocks: [
            'Gallwch ofyn am gael gwybod dim ond am bobl y mae gennych ffeil arnynt. Yna NONE yw `default_subjects`, ac rydych yn ychwanegu pob person at eich ffrwd. Os ALL ydyw, gallwch dynnu pobl allan.',
            'Enwch berson gyda’ch rhif eich hun ar ei gyfer o ddigwyddiad cynharach, gydag e-bost neu ffôn, neu gyda rhif cenedlaethol a dyddiad geni.',
            'Rydym yn rhoi’r un ateb i bawb. Felly ni allwch ddarganfod yma pwy rydym yn eu hadnabod.',
          ],
        },
      },
    },
    checking: {
      title: 'Gwirio’r hyn a gewch',
      lead: 'Mae pob digwyddiad yn dod mewn tocyn wedi’i lofnodi. Gwiriwch ef cyn i chi ymddiried ynddo.',
      sections: {
        check: {
          heading: 'Beth i’w wirio',
          blocks: [
            [
              'Mae’r math `secevent+jwt` arno.',
              'Mae wedi’i lofnodi gydag un o’n hallweddi.',
              'Mae’n dod oddi wrthym ni: `iss` yw cyfeiriad y gwasanaeth hwn.',
              'Mae ar eich cyfer chi: `aud` yw eich dynodydd.',
              'Mae’n cynnwys un digwyddiad yn unig.',
              'Nid ydych wedi’i gael o’r blaen: mae `jti` yn newydd i chi.',
            ],
            'Mae ein hallweddi’n newid o bryd i’w gilydd. Cewch nhw gennym pan ddewch ar draws un nad ydych yn ei hadnabod.',
          ],
        },
        inside: {
          heading: 'Beth sydd ynddo',
          blocks: [
            {
              terms: {
                sub_id: 'am bwy y mae: eich rhif eich hun ar gyfer y person hwn, nad oes gan unrhyw gorff arall',
                txn: 'yr adroddiad y daw ohono: yr un fath ar gyfer popeth sy’n dilyn ohono',
                toe: 'pryd y dywedodd y person wrthym',
                events: 'beth ddigwyddodd: y math o ddigwyddiad, a’r hyn y cewch wybod amdano',
              },
            },
            'I ddod o hyd i’r person yn eich ffeiliau eich hun, defnyddiwch ei enw, ei ddyddiad geni a beth bynnag arall y mae eich cytundeb yn ei roi i chi.',
            'Gall rhai rhannau fod ar goll. Efallai nad yw pobl yn eu gwybod, neu nad ydynt am i chi eu cael.',
          ],
        },
        refuse: {
          heading: 'Os oes rhywbeth o’i le',
          blocks: [
            'Gwrthodwch ef, a dywedwch pam. Rydym yn dangos eich rheswm i’n staff. Rydym yn ei anfon eto bob ychydig oriau am 7 diwrnod, fel bod gennych amser i drwsio’r hyn sydd o’i le.',
            {
              terms: {
                invalid_request: 'ni allwn ei ddarllen',
                invalid_key: 'nid ydym yn adnabod yr allwedd',
                invalid_issuer: 'mae’n dod oddi wrth rywun arall',
                invalid_audience: 'mae ar gyfer rhywun arall',
                authentication_failed: 'mae’r llofnod neu’r gyfrinach yn anghywir',
                access_denied: 'ni chewch anfon hwn atom',
              },
            },
          ],
        },
      },
    },
    outcomes: {
      title: 'Dweud beth wnaethoch chi',
      lead: 'Gall pobl weld pa mor bell rydych wedi mynd. Maent yn gweld yr hyn rydych yn ei ddweud wrthym yma.',
      sections: {
        send: {
          heading: 'Anfon canlyniad',
          blocks: [
            'Defnyddiwch ddynodydd y digwyddiad. Gallwch anfon mwy nag un: mae pobl yn gweld yr un olaf. Os anfonwch yr un un ddwywaith, nid oes dim yn newid.',
            'Ysgrifennwch at y person, mewn geiriau syml. Anfonwch Gymraeg hefyd os gallwch.',
          ],
        },
        kinds: {
          heading: 'Beth y gallwch ei ddweud',
          blocks: [
            {
              terms: {
                received: 'mae gennych chi',
                in_progress: 'rydych yn gweithio arno',
                done: 'rydych wedi gwneud y newid; dywedwch o ba ddiwrnod',
                no_record: 'nid ydych yn adnabod y person hwn',
                needs_information: 'mae angen i chi wybod mwy; dywedwch beth, ac erbyn pryd',
                refused: 'ni wnewch chi hyn; dywedwch pam',
              },
            },
            'Gallwch ychwanegu cynnig: rhywbeth arall y gallwch ei wneud. Gall y person ddweud ie neu na.',
          ],
        },
        ask: {
          heading: 'Gofyn am fwy',
          blocks: [
            'Mae’r person yn gweld eich cwestiwn, ac rydym yn ysgrifennu ato. Mae ei ateb yn dod atoch fel digwyddiad newydd, gyda `change` wedi’i osod i `answered`.',
          ],
        },
        late: {
          heading: 'Os ydych yn hwyr',
          blocks: [
            'Mae eich cytundeb yn dweud faint o amser rydych yn ei gymryd fel arfer. Ar ôl hynny, rydym yn ysgrifennu at eich cyswllt. Gall y person weld eich bod yn hwyr.',
          ],
        },
      },
    },
    changes: {
      title: 'Pan fydd pobl yn newid yr hyn a ddywedasant',
      lead: 'Mae pobl yn gwneud camgymeriadau. Gallant gywiro adroddiad neu ei dynnu’n ôl, a byddwch yn cael gwybod.',
      sections: {
        kinds: {
          heading: 'Sut y cewch wybod',
          blocks: [
            'Rydych yn cael digwyddiad newydd o’r un math. Mae ynddo `change`, ac `original_jti` gyda dynodydd y digwyddiad cyntaf.',
            {
              terms: {
                corrected: 'defnyddiwch yr hyn sydd yn y digwyddiad hwn yn lle’r un cyntaf',
                withdrawn: 'nid oedd yn wir, neu nid yw’n wir nawr: dad-wnewch yr hyn a wnaethoch',
                answered: 'dyma’r ateb i’r hyn a ofynnoch',
                offer_accepted: 'maent am gael yr hyn a gynigiwyd gennych',
                offer_declined: 'nid ydynt am ei gael',
              },
            },
          ],
        },
        order: {
          heading: 'Ym mha drefn',
          blocks: [
            'Mae’r hyn sydd am un person yn dod mewn trefn. Nid yw newid byth yn dod cyn y digwyddiad cyntaf. Os nad yw’r digwyddiad cyntaf wedi ein gadael eto, dim ond yr un newydd a gewch.',
          ],
        },
        apply: {
          heading: 'Gweithio allan beth sy’n wir nawr',
          blocks: ['Mae’r enghraifft hon yn darllen yr hyn a gadwoch ac yn gweithio allan beth sy’n wir heddiw.'],
        },
      },
    },
    feed: {
      title: 'Ei ddarllen eto',
      lead: 'Os byddwch yn colli rhywbeth, gallwch ei gael eto. Gallwch hefyd wirio bod gennych y cyfan.',
      sections: {
        read: {
          heading: 'Darllen o’r lle roeddech chi',
          blocks: [
            'Rydych yn cael tudalen o ddigwyddiadau, yr hynaf yn gyntaf. Cadwch `next` a’i anfon yn ôl fel `after`, i fynd ymlaen o’r fan honno. Ar y dechrau, hepgorwch ef.',
            'Nid oes dim yn cael ei hepgor. Rydym yn cadw digwyddiadau yma am 100 diwrnod. Os nad yw eich lle yno mwyach, byddwn yn ateb 410: yna dechreuwch o’r dechrau.',
            'Bob tro y byddwch yn darllen, gall y person weld i chi wneud hynny. Felly darllenwch dim ond yr hyn sydd ei angen arnoch.',
          ],
        },
        state: {
          heading: 'Gofyn beth sy’n wir nawr',
          blocks: ['Rhowch ddynodydd unrhyw ddigwyddiad. Mae’r ateb yn dweud a gafodd ei gywiro neu ei dynnu’n ôl.'],
        },
        again: {
          heading: 'Cael ei anfon eto',
          blocks: [
            'Rydym yn ei anfon dros yr un ffrwd, gyda’r un dynodydd ag o’r blaen. Gallwch enwi hyd at 1,000 o ddigwyddiadau. Gallwch hefyd roi amser, fel `from` ac `until`.',
            'Nid ydym yn anfon dim eto i fewnflwch. Mae’r hyn a agorodd eich staff yn aros yno o dan “Wedi’u hagor”, a gallant ei agor eto.',
          ],
        },
        afresh: {
          heading: 'Dechrau o’r newydd',
          blocks: [
            'Os ydych wedi colli llawer, gofynnwch am gael dechrau o’r newydd. Mae eich ffrwd yn cael digwyddiad `resync`. Yna taflwch yr hyn sydd gennych o’r ffrwd honno, a darllenwch y cyfan eto o’r dechrau. Gallwn ninnau anfon y digwyddiad hwn hefyd os aeth rhywbeth o’i le ar ein hochr ni.',
          ],
        },
      },
    },
    'access-records': {
      title: 'Dweud pwy ddefnyddiodd ddata pwy',
      lead: 'Gall pobl weld pwy edrychodd ar eu data, a pham. Dywedwch wrthym bob tro y byddwch yn defnyddio’r hyn a anfonwyd atoch.',
      sections: {
        send: {
          heading: 'Anfon cofnod',
          blocks: [
            'Anfonwch ef pan fydd rhywun yn edrych ar y data, neu pan fydd eich system yn ei ddefnyddio. Anfonwch hyd at 5,000 mewn un alwad, fel rhestr.',
            'Rhowch ei ddynodydd ei hun i bob cofnod, UUID fersiwn 7. Os anfonwch ef ddwywaith, mae’n cyfrif unwaith.',
          ],
        },
        fields: {
          heading: 'Beth i’w roi ynddo',
          blocks: [
            {
              terms: {
                occurred_start: 'pryd oedd hi',
                access_type: 'beth wnaethoch chi, fel consult, receive neu alter',
                activity_id: 'pam y cewch: cyfeiriad eich cytundeb, gyda’i fersiwn',
                data_categories: 'pa fath o ddata ydoedd, byth y data ei hun',
                actor: 'pwy ydoedd: ei rôl, nid ei enw',
                subject: 'data pwy ydoedd: y rhif o’r digwyddiad',
              },
            },
          ],
        },
        answer: {
          heading: 'Beth rydym yn ei ateb',
          blocks: [
            'Rydym yn dweud am bob cofnod a ydym wedi’i gadw. Pan fyddwn yn dweud hynny, mae’n ddiogel. Mae pobl yn ei weld ar unwaith, oni bai bod eich gweithgaredd yn dweud yn hwyrach.',
            'Rydym hefyd yn cadw cofnod sy’n mynd y tu hwnt i’w weithgaredd. Rydym yn dweud sut yn `flags`: `other-categories`, `not-yet-begun` neu `ended`. Mae `clock-ahead` yn golygu bod eich cloc yn gyflym. Gwrthodir amser sydd fwy na 10 munud ar y blaen.',
          ],
        },
        numbers: {
          heading: 'Pobl nad ydym wedi dweud wrthych amdanynt',
          blocks: [
            'Enwch berson drwy rif, fel `{"type": "nino", "id": "QQ123456C"}`. Y mathau yw `nino`, `nhs-number`, `passport` a `driving-licence`. Nid ydym yn storio’r rhif. Mae ein hateb yr un peth p’un a ydym yn adnabod y person ai peidio.',
          ],
        },
        more: {
          heading: 'Cywiriadau, llawer o bobl ar unwaith, a llinellau',
          blocks: [
            'I gywiro cofnod, anfonwch un newydd. Enwch yr hen un yn `supersedes`. Rhaid iddo fod am yr un person, wedi’i enwi yn yr un ffordd. Ychwanegwch `"void": true` os na ddylai fod wedi bod yno o gwbl. Mae’r ddau’n aros.',
            'Ar gyfer un defnydd am lawer o bobl, gadewch `subject` allan ac anfonwch `"batch": {"count": 4000}`. Gall unrhyw un ei ddarllen ar dudalen ei hun.',
            'Gallwch anfon cofnod ar bob llinell, fel `application/x-ndjson`.',
          ],
        },
        spans: {
          heading: 'Os ydych yn defnyddio OpenTelemetry',
          blocks: [
            'Gosodwch eich allforiwr i OTLP dros HTTP mewn JSON, ac anfonwch i `/v1/traces` gyda thocyn mynediad. Rydym yn cadw rhychwantau sydd â `dpl.core.processing_activity_id`. Dywedwch data pwy ydoedd gyda `dpl.core.data_subject_id_type` a `dpl.core.data_subject_id`.',
            'Dywedwch fwy gyda `dpl.access.type`, `dpl.access.data_categories`, `dpl.access.actor_role`, `dpl.access.actor_ref` a `dpl.access.case_ref`.',
          ],
        },
      },
    },
    errors: {
      title: 'Pan fydd rhywbeth yn mynd o’i le',
      lead: 'Mae pob gwall yn dweud beth sydd o’i le, fel y gall eich rhaglen weithredu arno.',
      sections: {
        form: {
          heading: 'Sut olwg sydd ar wall',
          blocks: [
            'Rydych yn cael statws, a thestun byr mewn JSON. Os yw rhannau o’ch galwad yn anghywir, mae `errors` yn enwi pob un.',
            'Mae galwadau am docynnau’n wahanol. Yno mae gan y safon ei ffurf ei hun, gydag `error` ynddi.',
          ],
        },
        meaning: {
          heading: 'Beth i’w wneud',
          blocks: [
            {
              terms: {
                '400': 'mae eich galwad yn anghywir: trwsiwch hi, peidiwch â’i hanfon eto fel y mae',
                '401': 'mae eich tocyn yn hen neu’n anghywir: mynnwch un newydd',
                '403': 'ni chewch wneud hyn',
                '404': 'nid yw yno, neu nid eich un chi ydyw',
                '409': 'nid yw’n gweddu i’r hyn sydd yno',
                '410': 'roedd yno, ond mae wedi mynd am byth',
                '413': 'anfonoch ormod ar unwaith',
                '429': 'galwoch yn rhy aml: arhoswch cyhyd ag y mae `Retry-After` yn ei ddweud',
                '503': 'ni allwn ateb nawr: arhoswch, yna rhowch gynnig arall arni',
              },
            },
          ],
        },
        again: {
          heading: 'Os na allwn eich cyrraedd',
          blocks: [
            'Rydym yn rhoi cynnig arall arni am 7 diwrnod, ychydig yn llai aml bob tro, ond o leiaf ddwywaith ar bob un o’ch diwrnodau gwaith. Yna rydym yn stopio, yn ysgrifennu at eich cyswllt ac yn dweud wrth y person.',
            [
              'Rydym yn e-bostio eich cyswllt pan fydd hanner yr amser hwnnw ar ben, a dwywaith eto cyn y diwedd.',
              'Os atebwch 429 neu 503, rydym yn aros cyhyd ag y mae `Retry-After` yn ei ddweud, hyd at ddiwrnod.',
              'Os gwrthodwch yr hyn a anfonwn, rydym yn rhoi cynnig arni’n llai aml ac yn e-bostio eich cyswllt ar ôl awr.',
              'Os na fydd dim yn cyrraedd am ddiwrnod, rhaid i’ch cyfeiriad ddangos unwaith eto ei fod yn ddiogel. Rydym yn rhoi cynnig ar hynny bob awr.',
              'Os atebwch 410, rydym yn oedi’r ffrwd, yn cadw’r hyn sy’n dod ac yn e-bostio eich cyswllt.',
            ],
            'Nid yw’r amser pan fydd eich ffrwd wedi’i hoedi yn cyfrif.',
          ],
        },
      },
    },
    'going-live': {
      title: 'Cyn i chi fynd yn fyw',
      lead: 'Rhowch gynnig ar bopeth gyda phobl nad ydynt yn bod. Yna cewch eich person go iawn cyntaf.',
      sections: {
        trial: {
          heading: 'Cymryd y prawf',
          blocks: [
            'Mewngofnodwch i’ch tudalennau a dechreuwch y prawf. Rydym yn anfon digwyddiadau dychmygol atoch dros eich ffrwd go iawn. Mae `synthetic` ynddynt wedi’i osod i wir.',
            [
              'Digwyddiad da: cymerwch ef.',
              'Yr un digwyddiad eto: cymerwch ef, ond gweithredwch arno unwaith.',
              'Digwyddiad sydd wedyn yn cael ei dynnu’n ôl: dad-wnewch ef.',
              'Digwyddiad â llofnod ffug: gwrthodwch ef.',
              'Digwyddiad i gorff arall: gwrthodwch ef.',
              'Llawer ar unwaith: cymerwch nhw i gyd.',
            ],
            {
              text: 'Byddwch yn gweld canlyniad pob un, fesul llinell.',
              link: 'Dechrau’r prawf',
              href: '/agency/conformance',
            },
          ],
        },
        list: {
          heading: 'Gwirio eich ochr eich hun',
          blocks: [
            [
              'Rydych yn cadw digwyddiad cyn i chi ddweud ei fod gennych.',
              'Gallwch gymryd yr un digwyddiad ddwywaith.',
              'Rydych yn gwybod beth i’w wneud pan gaiff adroddiad ei dynnu’n ôl.',
              'Rydych yn mynd heibio i bethau mewn digwyddiad nad ydych yn eu hadnabod.',
              'Rydych yn gwybod pwy sy’n darllen ein negeseuon e-bost pan fydd rhywbeth yn stopio.',
              'Rydych yn gwybod sut i newid eich allwedd.',
              'Rydych yn cofnodi pwy sy’n edrych ar y data.',
            ],
          ],
        },
        pages: {
          heading: 'Eich tudalennau eich hun',
          blocks: [
            {
              text: 'Gall eich staff weld eich ffrydiau, eich allweddi a’ch digwyddiadau yno. Gallant hefyd oedi ffrwd.',
              link: 'Mewngofnodi i’ch tudalennau',
              href: '/agency',
            },
          ],
        },
      },
    },
  },
}
