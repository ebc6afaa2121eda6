/**
 * Words that people's names do not contain and organisations' names do, folded, in the languages of our sources.
 * Public bodies, lines of business, forms of association, geography of markets. Legal forms stand in `resolve/legal-forms.ts`.
 */
const WORDS = `
group groupe gruppe grupo gruppo groep gruppen grup grupa holding holdings partners partnership capital investment investments investors invest fund funds fonds fondo fondos
bank banco banca banque banken bancorp trust trustees estates realty properties property propco homes home housing house houses residential residence residences apartments apartment rentals rental
rent lettings living wohnen wohnung wohnungen wohnungsbau wohnbau wohnungsbaugesellschaft immobilien immobilier immobiliere inmobiliaria immobiliare vastgoed fastigheter bostad bostader bolig boliger
terminal terminals terminalen port ports puerto puertos porto portos havn havne hamn haven hafen hafens port porti harbour harbor docks dock quay pier wharf jetty seaport marine maritime maritima maritimo
shipping ship ships line lines linea linie navigation navigazione stevedoring stevedores stevedore logistics logistica logistik logistique cargo freight container containers conteneurs kontejner
services service servicios servizi servicos dienste management managers manager advisors advisers advisory associates association associacao asociacion associazione vereniging verein verband
union unions gewerkschaft sindicato sindacato syndicat vakbond federation confederation congress council councils authority authorities autoridad autorite autorita administration administracion agency ministry ministerio
ministere ministerium department government gouvernement gobierno governo state staat estado etat republic republik kingdom city town county municipality municipal municipio comune commune gemeente
kommune kommun stadt stadtwerke ville ayuntamiento prefecture province region regional district crown treasury university universitat universite universidad college school institute instituto foundation
stichting stiftung stiftelsen stiftelse fondation fundacion fundacao fondazione familiefond cooperative cooperativa cooperatives coop genossenschaft coopérative societe sociedad societa gesellschaft
company companies corporation corporate compania compagnie companhia enterprise enterprises entreprise empresa empresas industries industry industrial industria industrias international internacional
internationale global globale worldwide world universal europe european asia asian africa african america american americas pacific atlantic arabia nordic baltic scandinavia eurasia
national nationale nacional nazionale federal royal technologies technology tech systems system solutions data datacenter datacenters datacentres digital cloud networks network net telecom telecommunications
communications telekom software computing compute internet online media energy energie energia power electric electricity gas oil petroleum solar water resources mining metals steel chemicals chemical
pharma pharmaceutical pharmaceuticals health healthcare hospital hospitals clinic insurance assurance versicherung seguros pension pensions retirement savings credit finance financial financiere finanz
financial equity securities asset assets ventures venture development developments developers developer construction constructions builders building buildings engineering design projects project
foods food beverages beverage drinks brewing brewery breweries dairy bakery farms farm farmers market markets supermarket supermarkets hypermarkets supermercados supermarche mercado mart stores store shop
shops retail retailers wholesale trading traders trade commerce commercial distribution distributors import export brands brand products product manufacturing manufacturers works factory mills mill
transport transports transportation transit railway railways rail railroad airport airports airlines airways aviation automotive motors motor auto tankers tanker vessels fleet
hotel hotels resort resorts leisure entertainment sports club parks park gardens plaza tower towers center centers centre centres square court heights village villages manor ranch
firm holdco topco midco bidco opco subsidiary affiliate conglomerate entity org corp limited consortium syndicate alliance joint jv spv reit llc lllp fka dba brothers bros sons daughters gebruder sohne fils freres hermanos fratelli hijos figli zonen
security safety storage warehouse warehouses warehousing express courier post postal mail couriers interests assocs assoc progress liberty frontier premier prime first second third united general standard
quality superior supreme advanced modern new north south east west northern southern eastern western central upper lower green blue red white black gold golden silver bright sunrise sun star stone rock river
lake ocean sea bay coast coastal island islands mountain valley hill hills forest field bridge gate gateway street road avenue lane way point view line cross key lion eagle tiger bear wolf phoenix
the of for by at sur zum zur
investicni spolecnost spolka skupina spolek zavod podnik druzstvo fundacja stowarzyszenie przedsiebiorstwo bank urzad miasto gmina banka sirketi sirket holding limanlari liman isletmeleri anonim vakfi
belediyesi belediye bakanligi kuntayhtyma kaupunki kunta yhtio saatio osuuskunta satama pelabuhan terminalmaskapai perusahaan yayasan koperasi cong ty tap doan ngan hang cang
brasil brazil italia maroc benelux espana portugal france deutschland nederland sverige norge danmark suomi polska india china japan korea singapore canada australia africana arabia nasional superstores grocers
grocer organic communities infrastructure nord sud ost est oeste norte partecipazioni participacoes patrimonio residencial portuarios terminales atacadista oats super checkers
estate estates maintenance coffee agence developpement agencia agenzia discount cereal
shareholders employees members owners residents tenants customers pensioners
общество группа компания банк порт фонд холдинг министерство администрация терминал корпорация завод предприятие кооператив союз город управление логистика
ομιλος τραπεζα λιμενας εταιρεια δημος υπουργειο ιδρυμα
شركة مجموعة بنك مؤسسة موانئ ميناء هيئة وزارة صندوق القابضة الدولية بلدية جمعية محطة
חברה בנק קבוצת נמל עיריית קרן
कंपनी बैंक समूह निगम पोर्ट बंदरगाह मंत्रालय न्यास
`
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter((word) => word !== ''))

/** The same for scripts without blanks between words: any of these inside a name. */
export const ORGANISATION_PARTS = /公司|集团|集團|银行|銀行|控股|投资|投資|物业|地产|地產|基金|港|码头|碼頭|局|厂|廠|店|社|会|會|协会|政府|市|省|県|大学|機構|機関|財団|法人|組合|ホールディングス|グループ|ターミナル|センター|그룹|은행|전자|항만|공사|물산|건설|재단|협회|컨테이너|터미널|홀딩스|시청|บริษัท|ธนาคาร|กลุ่ม/
