/** Common given names, folded; chosen to be rare as words of organisations' names. */
const NAMES = `
james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven steve paul andrew andy joshua kenneth kevin brian george timothy ronald edward jason
jeffrey jeff ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary
douglas peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah
wayne randy vincent mason roy ralph bobby russell bradley philip eugene liam oliver harry charlie oscar leo theo freddie archie alfie lucas ian neil graham stuart simon nigel trevor colin derek gareth rhys
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon
laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia
lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann jean kathryn abigail sophia frances alice judy isabella julia grace amber denise
danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie claire fiona gemma siobhan niamh aoife ciara sinead eilidh catriona
hans peter wolfgang klaus jurgen dieter manfred uwe gunter gunther horst bernd werner heinz helmut gerhard rainer stefan thorsten torsten matthias markus jochen karl-heinz karlheinz friedrich wilhelm ludwig
heinrich hermann otto fritz ulrich joachim rolf ralf andreas sven jorg holger dirk lars kai florian sebastian tobias lukas felix jan moritz jonas
ursula monika petra sabine renate helga karin brigitte ingrid erika gisela claudia susanne gabriele angelika christa martina birgit heike silke anke katrin katja anja kerstin ulrike hannelore jutta
jean pierre michel andre philippe alain bernard jacques daniel francois gerard nicolas laurent olivier thierry guillaume antoine mathieu matthieu sebastien stephane pascal christophe frederic didier yves
marcel rene roland gilles claude jean-pierre jean-paul jean-luc jean-marc jean-claude jean-francois luc xavier emmanuel benoit cedric fabrice herve
nathalie isabelle sylvie catherine francoise monique jacqueline brigitte chantal sandrine veronique celine aurelie camille manon chloe lea elodie helene juliette margaux mathilde
jose antonio manuel francisco juan javier miguel carlos jesus pedro alejandro fernando luis sergio jorge alberto pablo ramon enrique rafael vicente diego joaquin ignacio raul alvaro ruben eduardo
ivan oscar andres santiago guillermo ricardo roberto jaime gonzalo hector arturo rodrigo emilio felipe mariano gustavo
carmen josefa isabel dolores pilar teresa ana francisca antonia mercedes rosario concepcion lucia elena cristina marta paula raquel silvia beatriz rocio irene nuria montserrat esther yolanda alejandra
guadalupe ximena valentina camila joao paulo rui tiago nuno goncalo luiz marcos mateus thiago ines catarina fatima conceicao lurdes vitor helder
giuseppe giovanni francesco luigi giorgio salvatore vincenzo domenico pietro mario paolo marco andrea stefano alessandro matteo lorenzo davide luca riccardo federico fabio massimo claudio giulia
chiara francesca alessia valentina silvia elisa paola barbara giovanna rosa lucia
willem johannes cornelis hendrik pieter jacobus gerrit dirk kees henk maarten jeroen bas joost sander wouter ruud sjoerd femke marieke anneke johanna cornelia wilhelmina hendrika annemarie sanne lotte
lars erik anders per karl nils sven bengt gunnar ake goran magnus johan fredrik mikael henrik jonas mattias gustav olof bjorn hakan ingrid birgitta kerstin elsa astrid marta ulla
ole jens niels soren morten rasmus mette kirsten hanne lene knut harald geir kjell oystein trond ragnhild solveig sigrid juhani matti timo kari antti mikko jukka pekka heikki marja tuula aino
piotr krzysztof andrzej jan stanislaw tomasz pawel marcin michal jerzy zbigniew ryszard wojciech lukasz mariusz dariusz grzegorz jozef henryk kazimierz jacek malgorzata katarzyna agnieszka krystyna barbara
ewa elzbieta zofia jadwiga danuta halina beata dorota iwona jolanta joanna magdalena
jiri josef pavel jaroslav petr zdenek milan vaclav karel vladimir lubomir miroslav stanislav frantisek ladislav jana marie hana lenka katerina lucie alena vera jitka
istvan laszlo jozsef janos zoltan sandor ferenc gabor attila tamas katalin erzsebet ilona agnes andrea ion gheorghe vasile nicolae constantin florin mihai andrei elena ioana mihaela cristina
ivan dimitar georgi nikolay petar stoyan hristo todor marija ana milica jelena dragan zoran goran nenad slobodan dejan ante mate ivica marko tomislav
aleksandr alexandr sergey sergei dmitry dmitri andrey alexey aleksey mikhail vladimir nikolai yuri yury igor oleg viktor pavel evgeny anatoly boris gennady vitaly konstantin
tatiana olga elena natalia irina svetlana ekaterina galina lyudmila marina nadezhda oksana oleksandr mykola volodymyr andriy serhiy taras bohdan
giorgos georgios dimitrios konstantinos ioannis nikolaos panagiotis vasilis christos athanasios maria eleni katerina sofia
mehmet mustafa ahmet ali huseyin hasan ibrahim ismail osman yusuf murat omer ramazan halil fatma ayse emine hatice zeynep elif meryem serife
mohamed mohammed muhammad mohammad ahmed ahmad mahmoud ali hassan hussein hussain ibrahim abdullah abdallah abdul abdulrahman abdulaziz khalid khaled omar umar youssef yusuf mustafa saeed said salem faisal
fahad tariq hamad rashid sultan nasser fatima aisha khadija mariam maryam zainab layla noor huda samira nadia
avraham yitzhak yaakov moshe shlomo yosef chaim shimon rivka rachel leah sarah
rajesh suresh ramesh mahesh amit anil sunil sanjay vijay ajay ravi rahul deepak manoj ashok vinod rakesh prakash arun krishna lakshmi priya pooja neha sunita anita kavita rekha geeta sita anjali divya
harpreet gurpreet manpreet balwinder jaswinder
wei fang xiaoming xiaohong jianguo guoqiang zhiqiang hui min jing
hiroshi takashi kenji satoshi takeshi yoshio masao akira makoto kazuo haruto yuki yoko keiko kazuko sachiko michiko akiko hiroko
minho jihoon seojun minjun jiwoo seoyeon jiyoung eunji
nguyen thanh duc tuan hung minh hoang thi
bambang sutrisno agus slamet budi joko siti sri dewi putri wahyu hendra
chukwuemeka oluwaseun adebayo chinedu ngozi amina kwame kofi ama abena thabo sipho nomvula themba wanjiru kamau otieno achieng juma mwangi njoroge
александр сергей дмитрий андрей алексей михаил владимир николай юрий игорь олег виктор павел евгений иван мария елена ольга наталья татьяна ирина светлана екатерина анна людмила
петр василий константин олександр микола володимир андрій сергій тарас іван марія олена
γιωργος γεωργιος δημητρης κωνσταντινος ιωαννης νικος νικολαος παναγιωτης μαρια ελενη κατερινα
محمد احمد علي حسن حسين عبدالله عبد خالد عمر يوسف ابراهيم محمود مصطفى سعيد فاطمة عائشة مريم زينب خديجة نورة سارة ليلى سلطان فهد ناصر
משה דוד יוסף אברהם יעקב שרה רחל רבקה לאה מרים
राजेश सुरेश रमेश महेश अमित अनिल सुनील संजय विजय राहुल सुनीता अनीता कविता प्रिया राम मोहन
`
export const GIVEN_NAMES: ReadonlySet<string> = new Set(NAMES.split(/\s+/).filter((name) => name !== ''))
