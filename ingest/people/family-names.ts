/** Common family names, folded. */
const NAMES = `
smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis
robinson walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes
stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper peterson bailey reed kelly howard ramos kim cox ward richardson watson brooks chavez wood bennett gray mendoza ruiz hughes price alvarez
castillo sanders patel myers long ross foster jimenez powell jenkins perry russell sullivan bell coleman butler henderson barnes fisher vasquez simmons romero jordan patterson alexander hamilton graham reynolds
griffin wallace moreno west cole hayes bryant herrera gibson ellis tran medina aguilar stevens murray ford castro marshall owens harrison fernandez mcdonald woods washington kennedy wells vargas henry chen freeman
muller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schafer koch bauer richter klein wolf schroder neumann schwarz zimmermann braun kruger hofmann hartmann lange schmitt werner schmitz krause
meier lehmann schmid schulze maier kohler herrmann konig walter mayer huber kaiser fuchs peters lang scholz moller weiss jung hahn schubert vogel friedrich keller gunther frank berger winkler roth beck lorenz baumann
dubois durand leroy moreau simon laurent lefebvre michel bertrand roux vincent fournier morel girard andre lefevre mercier dupont lambert bonnet francois martinez legrand garnier faure rousseau blanc guerin
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti deluca costa giordano mancini rizzo lombardi moretti
silva santos oliveira souza sousa pereira lima carvalho ferreira ribeiro almeida rodrigues gomes alves martins araujo barbosa rocha dias teixeira fernandes goncalves lopes marques
jong jansen vries dijk bakker janssen visser smit meijer mulder groot bos vos peters hendriks dekker brouwer dijkstra linden graaf kok jacobs
andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson hansen nielsen jensen pedersen andersen christensen larsen sorensen rasmussen jorgensen petersen madsen kristensen olsen
johansen korhonen virtanen makinen nieminen hamalainen laine heikkinen
nowak kowalski wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski novak svoboda novotny dvorak cerny prochazka kucera vesely horak nemec
nagy kovacs toth szabo horvath varga kiss molnar nemeth farkas popescu ionescu popa dumitru stan georgescu ivanov petrov dimitrov georgiev nikolov jovanovic petrovic nikolic markovic horvat kovacevic babic
ivanova petrova smirnov kuznetsov popov sokolov lebedev kozlov novikov morozov shevchenko kovalenko bondarenko tkachenko kravchenko
papadopoulos georgiou ioannou nikolaou dimitriou yilmaz kaya demir celik sahin yildiz ozturk aydin arslan dogan
khan ahmed hussain sheikh malik chaudhry iqbal rahman islam begum akhtar haddad khoury mansour nasser saleh
cohen levi mizrahi peretz friedman katz
singh kumar sharma verma gupta patel shah joshi mehta reddy rao nair iyer menon das mukherjee banerjee chatterjee bose agarwal mishra pandey yadav kaur gill sidhu
wang zhang liu yang huang zhao zhou sun zhu gao lin guo luo zheng liang xie tang xu deng feng han cao zeng peng xiao pan yuan cheung chan wong leung lam kwok
sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki matsumoto inoue kimura hayashi shimizu yamazaki mori
park choi jung kang cho yoon jang lim han shin seo kwon hwang ahn song
pham le hoang huynh phan vu vo dang bui do ho ngo duong wijaya santoso hidayat setiawan kusuma
okafor adeyemi okonkwo mensah owusu boateng nkosi dlamini mokoena mwangi kamau otieno ochieng
иванов смирнов кузнецов попов васильев петров соколов михайлов новиков федоров морозов волков алексеев лебедев семенов иванова петрова шевченко коваленко
παπαδοπουλος παπαδοπουλου γεωργιου ιωαννου
`
export const FAMILY_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((name) => name !== ''))

/** Endings that make a family name in its language, on words of at least six letters. */
export const FAMILY_ENDING = /(sson|sdottir|dottir|opoulos|opoulou|akis|idis|iadis|oglu|owski|ewski|owska|ewska|inski|inska|ynski|ynska|ovich|evich|ovic|evic|enko|chuk|shvili|adze|yan|escu|eanu|uzzi|etti|ellini|ullah|zadeh|pour|wala|swamy|krishnan|murthy|nathan|aitis|auskas|ienė|iene|ович|евич|овна|евна|ична|енко|ский|ская|швили|дзе|όπουλος)$/u

/** The most common Chinese, Japanese and Korean family names, as written. */
export const HAN_FAMILY = /^(欧阳|司马|上官|诸葛|佐藤|鈴木|高橋|田中|渡辺|伊藤|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|清水|王|李|张|張|刘|劉|陈|陳|杨|楊|黄|黃|赵|趙|吴|吳|周|徐|孙|孫|马|馬|朱|胡|郭|何|林|高|罗|羅|郑|鄭|梁|谢|謝|宋|唐|许|許|邓|鄧|韩|韓|冯|馮|曹|彭|曾|肖|田|董|潘|袁|蔡|蒋|余|于|杜|叶|葉|程|魏|苏|蘇|吕|丁|沈|任|姚|卢|傅|钟|崔|谭|廖|范|汪|陆|金|石|戴|贾|邱|侯|邹|熊|孟|秦|白|江|阎|薛|尹|段|雷|黎|史|龙|陶|贺|顾|毛|郝|龚|邵|万|钱|严|武|戚|莫|孔|向|汤)/u
export const HANGUL_PERSON = /^(김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송|류|유|홍|전|고|문|손|양|배|백|허|남|심|노|하|곽|성|차|주|우|구|민|진|지|엄|채|원|천|방|공|현|함|변|염|여|추|도|소|석|선|설|마|길|연|위|표|명|기|반|왕|금|옥|육|인|맹|제|모|탁|국|어|은|편|용)[가-힣]{2}$/u
