#!/usr/bin/env python3
"""Writes tuned.jsonl and held.jsonl: invented sentences with the names in them marked, to measure the finder.

  generate.py            writes both beside itself, always the same

Markup of a template: {P1} person, {C1} company, {A1} address, {T1} bare surname before a title, {S1} the short name
of company 1 (alias), {E1} a person in Latin letters, {L1} a company in Latin letters, {B1} an address in Latin
letters. The same number is the same name. {n} a number, {d} a date, {m} a sum, {t} a telephone, {i} an identity
number: no names, not judged. The two files share neither templates nor given names nor brands.
"""
import json, os, random, re

HERE = os.path.dirname(os.path.abspath(__file__))
SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'
COMPOUND = ['欧阳', '上官', '司马', '诸葛', '司徒', '夏侯', '皇甫', '令狐', '公孙', '慕容', '尉迟', '东方', '端木']
POOLS = {
    'tuned': dict(
        given='伟建志国明文华军杰磊超强勇鹏涛斌峰浩宇轩子泽晨思雨欣怡雪梅丽敏静娟芳玲霞燕艳秀英红慧玉兰凤琴珍洁云倩婷正卫保成根水金宝财喜丰运来双进步有可之亚丹大小少林森春夏冬青星阳宏伯仲学习书画诗德道远立新生',
        brand='鼎拓瑞达星铭泰盛晟隆云德博捷锐森恒润创辰鸿源瀚启远国新广成金海天元同方正和永万东江百通力三中大南北明光兴业',
        towns=['深圳市', '江苏省苏州市', '浙江省', '山东省烟台市', '成都', '武汉', '四川省绵阳市', '广西壮族自治区', '佛山市', '西安', '厦门市', '长春'],
        trades=['科技', '信息技术', '生物医药', '新能源', '精密机械', '供应链管理', '食品', '传媒', '建设工程', '半导体', '教育咨询', '环保科技', '纺织', '物流', '投资管理'],
        engiven=['Daniel', 'Olivia', 'Marcus', 'Priya', 'Hannah', 'Kofi', 'Elena', 'Stefan', 'Grace', 'Tobias', 'Aiko', 'Samuel', 'Nadia', 'Victor'],
        ensurname=['Whitfield', 'Okonkwo', 'Lindqvist', 'Marchetti', 'Brennan', 'Castellano', 'Haverford', 'Nakamura', 'Osei', 'Pemberton', 'Rosen', 'Vasquez', 'Thornbury', 'Kowalski'],
        enbrand=['Brightwater', 'Corvane', 'Halden Ridge', 'Meridian Vale', 'Quillon', 'Northgate', 'Solvanta', 'Tarnbrook', 'Ostrava', 'Pinecrest'],
        entrade=['Logistics', 'Therapeutics', 'Capital', 'Robotics', 'Foods', 'Energy', 'Software', 'Materials'],
        enform=['Limited', 'Ltd', 'LLC', 'Inc.', 'GmbH', 'Pte. Ltd.', 'Co., Ltd.', 'PLC', 'Holdings Limited', 'S.A.', 'LLP'],
        roads=['人民路', '建设大道', '学府路', '创新路', '迎宾大道', '解放街', '滨河东路', '工业园二路', '金桥东路', '科苑南路'],
        parks=['科技园', '长江花园', '创业大厦', '国际中心', '阳光小区', '软件园'],
        districts=['南山区', '岳麓区', '海淀区', '武侯区', '高新区', '吴中区', '天河区', '雁塔区', '江宁区', '湖里区'],
        cities=['广东省深圳市', '湖南省长沙市', '北京市', '四川省成都市', '安徽省合肥市', '江苏省苏州市', '广州市', '陕西省西安市', '南京市', '福建省厦门市'],
        streets=['Harbour Road', 'Finch Street', 'Queen Avenue', 'Mill Lane', 'Orchard Boulevard', 'Station Road'],
        enplaces=['London EC2V 7HH', 'Singapore 048583', 'Wan Chai, Hong Kong', 'New York, NY 10022', 'Shanghai 200120, China', 'Dublin 2, Ireland']),
    'tuned2': dict(
        given='刚毅俊平东辉力永健世广义兴良海山仁波贵福生龙元胜祥才武新利清飞彬富顺信昌康光天安岩茂坚和彪诚先振会群心邦承乐绍功松善厚庆民友裕河哲江亮政谦奇固翰朗言若鸣栋维启伦翔旭士以家致树炎时雄琛钧冠策腾楠榕弘璐娅琦晶妍茜秋珊莎锦黛青妹香月莺媛瑞凡佳嘉琼勤贞莉桂叶瑶璧',
        brand='嘉腾鹏诚信宏宇睿格联众合禾硕磊凯捷凡迈迪维诺思贝康益乐优尚品安达旺兴亚中天华金荣',
        towns=['上海', '天津市', '湖北省襄阳市', '河南省', '云南省', '珠海', '宁波市', '嘉兴', '内蒙古', '大连市', '赣州市', '贵州省贵阳市', '昆山市', '义乌'],
        trades=['网络科技', '医疗器械', '电子商务', '汽车零部件', '装饰工程', '国际贸易', '餐饮管理', '智能装备', '农业科技', '化工', '通信技术', '文化传播', '光电', '房地产开发', '人力资源'],
        engiven=['Gareth', 'Ingrid', 'Rohan', 'Beatrice', 'Malik', 'Yuki', 'Desmond', 'Clara', 'Pierre', 'Anjali', 'Oscar', 'Miriam', 'Hugo', 'Leila'],
        ensurname=['Ashdown', 'Bergstrom', 'Chowdhury', 'Delacroix', 'Eriksen', 'Fairweather', 'Gallardo', 'Holloway', 'Iwata', 'Jankowski', 'Kingsley', 'Lockhart', 'Mbeki', 'Novak'],
        enbrand=['Ardent Pier', 'Bluestem', 'Calloway', 'Drayton Hill', 'Evermont', 'Fenwick', 'Glasswing', 'Hartwell', 'Ironbark', 'Juniper Bay'],
        entrade=['Shipping', 'Pharma', 'Ventures', 'Electronics', 'Textiles', 'Motors', 'Analytics', 'Chemicals'],
        enform=['Limited', 'Ltd.', 'LLC', 'Inc', 'GmbH', 'Pte Ltd', 'Co., Ltd.', 'plc', 'Corporation', 'B.V.', 'L.P.', 'Pty Ltd'],
        roads=['中山北路', '文三路', '和平大街', '长江西路', '望江路', '东风大道', '新港西路', '凤城五路', '石鼓巷', '环湖大道'],
        parks=['时代广场', '金融大厦', '高新产业园', '翠湖花园', '万象公寓', '创意园'],
        districts=['浦东新区', '西湖区', '和平区', '洪山区', '金水区', '香洲区', '海曙区', '包河区', '甘井子区', '观山湖区'],
        cities=['上海市', '浙江省杭州市', '天津市', '湖北省武汉市', '河南省郑州市', '珠海市', '宁波市', '合肥市', '辽宁省大连市', '贵州省贵阳市'],
        streets=['Bishopsgate Street', 'Collins Street', 'Rue Lane', 'Nathan Road', 'Fourth Avenue', 'Marina Boulevard', 'Eaton Square'],
        enplaces=['London SW1W 9AX', 'Melbourne VIC 3000, Australia', 'Kowloon, Hong Kong', 'San Francisco, CA 94103', 'Singapore 018960', 'Toronto, Ontario, Canada']),
    'held': dict(
        given='凯博昊志远思源佑嘉祺梦琪诗涵雅芙若曦静怡素芬淑珍桂香春兰建军国庆卫东爱民援朝跃进红旗永强振华耀祖继业少华小燕大鹏长江立新学文成林宝根金山水生火旺土生木兰',
        brand='华腾中科锦程宝利金桥东升长虹蓝海青云朗润优博智联创维信邦佳禾瑞丰泰和百川万象聚力',
        towns=['长沙', '北京市', '江西省南昌市', '陕西', '哈尔滨', '太原市', '温州', '海南省海口市', '新疆', '徐州市', '石家庄市', '中山市', '泉州'],
        trades=['生物科技', '节能环保', '影视文化', '仓储服务', '精密仪器', '医药', '数据科技', '建筑劳务', '服饰', '水产', '融资租赁', '电气', '软件技术', '工程咨询', '新材料'],
        engiven=['Edmund', 'Carmen', 'Jasper', 'Thandiwe', 'Lucia', 'Niall', 'Sofia', 'Kwame', 'Helena', 'Rupert', 'Mei', 'Aaron', 'Julian', 'Farida'],
        ensurname=['Arkwright', 'Beaumont', 'Castellan', 'Dimitrov', 'Fitzpatrick', 'Goldsworthy', 'Ibanez', 'Kristoffersen', 'Mackintosh', 'Nkosi', 'Oduya', 'Petersen', 'Quigley', 'Tanaka'],
        enbrand=['Amberley', 'Blackthorn', 'Cedar Point', 'Dunmore', 'Elmhurst', 'Fairhaven', 'Greywell', 'Kestrel', 'Larkspur', 'Stonebridge'],
        entrade=['Biotech', 'Freight', 'Media', 'Investments', 'Engineering', 'Packaging', 'Retail', 'Solar'],
        enform=['Limited', 'Ltd', 'LLC', 'Inc.', 'GmbH', 'Pte. Ltd.', 'Co., Ltd.', 'AG', 'Corp.', 'N.V.', 'LP', 'S.p.A.'],
        roads=['胜利街', '育才路', '通江大道', '黄河路', '友谊南大街', '体育东路', '梅岭二路', '南湖大道', '三元里', '北环路'],
        parks=['汇金大厦', '物流园', '锦绣花园', '数码港', '世纪广场', '华府小区'],
        districts=['芙蓉区', '东湖区', '道里区', '小店区', '鹿城区', '美兰区', '天山区', '云龙区', '长安区', '丰泽区'],
        cities=['长沙市', '江西省南昌市', '黑龙江省哈尔滨市', '山西省太原市', '浙江省温州市', '海口市', '乌鲁木齐市', '江苏省徐州市', '河北省石家庄市', '泉州市'],
        streets=['Baker Street', 'Castle Road', 'Wharf Lane', 'Park Avenue', 'Connaught Road', 'Mission Street', 'Rose Terrace'],
        enplaces=['London W1U 6TN', 'Central, Hong Kong', 'Boston, MA 02110', 'Singapore 238859', 'Sydney NSW 2000, Australia', 'Edinburgh EH1 2NG'])}
ZH_FORMS = ['有限公司', '有限公司', '有限公司', '股份有限公司', '有限责任公司', '集团有限公司', '合伙企业（有限合伙）']

TUNED_DEAL = '''
出让方：{P1}，身份证号：{i}，通讯地址：{A1}，手机：{t}。
本协议由以下双方于{d}订立：甲方{C1}，法定代表人{P1}；乙方{C2}，法定代表人{P2}。
{P1}与{P2}系夫妻关系，合计持有{C1}{n}%的股权。
标的公司{C1}（以下简称“{S1}”）成立于{d}，住所为{A1}。{S1}的主营业务自设立以来未发生重大变化。
{C1}委托{C2}对标的资产进行评估，经办评估师为{P1}、{P2}。
请将发票寄至{A1}，收件人{P1}，电话{t}。
本次会议应到董事五名，实到五名，会议由董事长{P1}主持，{P2}担任记录人。
经核查，{C1}的股东为{P1}、{P2}和{C2}。
{C1}自{d}起向{C2}采购原材料，合同金额{m}。
公司第一大客户{C1}（“{S1}”）占当期收入{n}%，{S1}的采购负责人为{P1}。
债务人{P1}未能按期向债权人{C1}偿还借款本金{m}。
联系人：{T1}经理，电话{t}；备用联系人：{T2}女士。
昨日与{T1}总通话，对方确认由{P1}负责交割事宜。
兹证明{P1}系我公司员工，入职时间{d}，现任销售总监。
原告{C1}诉被告{P1}、{C2}股权转让纠纷一案，本院于{d}立案。
受让方的关联方{C1}已就本次交易取得其股东{P1}的书面同意。
乙方指定收款账户户名为{C1}，开户行见附件一。
{P1}（身份证号{i}）以其持有的{C1}股权提供质押担保。
目标公司的注册地址为{A1}，实际经营地址为{A2}。
尽职调查期间，我们访谈了{C1}的财务总监{P1}、采购部{T1}主任以及{C2}的{P2}先生。
请{T1}律师于周五前将修订稿发给{P1}和{P2}。
签字页：转让方（签字）：{P1}    受让方（盖章）：{C1}
{C1}深圳分公司的负责人是{P1}。
{P1}之子{P2}现居住于{A1}。
董事会选举{P1}为公司董事长，聘任{P2}为总经理。
保密义务人：{P1}，联系地址：{A1}。
由于{C1}经营不善，{P1}于{d}将其全部股权转让给{C2}。
前五大供应商包括{C1}、{C2}、{C3}，合计采购额{m}。
承诺人{P1}承诺，其本人及近亲属均未在{C1}任职。
截至{d}，{C1}欠付{C2}货款{m}，{P1}对此承担连带责任。
{C1}为{C2}的控股子公司，{P1}为其实际控制人。
{C1}及{C2}均已出具不竞争承诺。
{C1}、{P1}和{P2}签署了一致行动协议。
在{C1}任职期间，{P1}主要负责客户关系维护。
{P1}曾在{C1}担任财务经理，后加入{C2}。
贵公司于{d}向{C1}发出的函件已由{P1}签收。
致：{C1}
抄报：{C1}董事会；联系人{P1}
我司与{C1}自{d}起建立合作关系，对接人为{P1}。
买受人{P1}，身份证号{i}；共有人{P2}，身份证号{i}。
法院判决{C1}向{P1}支付货款及利息共计{m}。
执行法院已冻结{P1}持有的{C1}股权。
案外人{P1}对执行标的提出书面异议。
上述款项由{P1}代{C1}收取。
{P1}的配偶{P2}亦为{C1}的在册员工。
其中，{P1}出资{m}，{P2}出资{m}，{C1}出资{m}。
本人{P1}，现郑重声明与{C1}不存在任何关联关系。
{C1}拟以现金方式收购{C2}的全部资产。
公司董事{P1}、监事{P2}列席了会议。
独立董事{P1}发表了同意的独立意见。
审计报告由{C1}出具，签字注册会计师为{P1}和{P2}。
{C1}的法定代表人由{P1}变更为{P2}。
该专利的发明人为{P1}、{P2}，专利权人为{C1}。
{T1}总已经确认，{T2}工会在下周到场。
据{C1}说明，相关款项已支付给{C2}。
与{C1}相关的三份合同未在资料室中列示。
除{C1}外，其他客户均已回函确认余额。
对于{C1}的应收账款，{P1}解释系结算周期所致。
{C1}主要客户有{C2}、{C3}等。
经办人：{P1}  复核人：{P2}
项目负责人{P1}已将资料移交给{C1}的{T1}经理。
{P1}将其名下位于{A1}的房屋出租给{C1}。
{C1}迁址至{A1}。
请于{d}前将原件邮寄到{A1}，{P1}（收）。
甲方开户名：{C1}；乙方开户名：{P1}。
{C1}上海分公司员工{P1}提起劳动仲裁。
{P1}董事长主持会议，{P2}总经理汇报经营情况。
{C1}向{P1}借款{m}，由{P2}提供保证。
兹委托{P1}、{P2}作为我方代理人参加诉讼。
{C1}清算组组长{P1}已接管公司印章。
对{C1}出资人{P1}的调查尚未完成。
我们注意到{C1}与{C2}存在资金往来。
合同相对方为{C1}，签约代表{P1}。
{P1}先生、{P2}女士和{P3}先生为公司创始股东。
本次受让方之一{C1}系{P1}控制的企业。
因{C1}逾期付款，{C2}已发出催款函。
'''
TUNED_HARD = '''
{S1}的创始人{P1}在电话里说，他从没想过要把公司卖掉。
去年冬天，{P1}带着两个同事去了一趟工厂，回来后写了一份很长的报告。
据接近交易的人士透露，{S1}与{S2}的谈判已经中止。
老员工都记得，{P1}刚来的时候连办公室都没有。
{P1}没有回应记者的采访请求，{P2}则表示不便评论。
这笔钱最后是{P1}签的字，可是{P2}坚持说自己不知情。
{S1}上个月把仓库搬到了{A1}，客户并没有收到通知。
据{P1}回忆，当时在场的还有{P2}和{T1}会计。
市场上一直有传言，说{S1}要收购{S2}。
“我们不会裁员。”{P1}对员工说。
签约那天，{P1}迟到了半个小时，{T1}总在楼下等他。
{P1}、{P2}等人先后离职，{S1}的研发几乎停了下来。
{P1}点了点头，没有接话。
接手{S1}之后，{P1}先换掉了两个部门经理。
“你去问{P1}。”他说。
没人想到{S1}会在这个时候退出。
后来我才知道，{P1}早就把名单给了{S1}。
夜里十一点，{P1}发来一条消息。
客户更愿意和{P1}打交道，因为{P2}说话太急。
{S1}方面否认了这一说法，称与{S2}只是普通合作。
财务部的{P1}算了三遍，数字还是对不上。
{P1}的父亲{P2}当年就是从{S1}出来的。
业内人士认为，{S1}此举意在切断{S2}的供应。
她叫{P1}，是{S1}的第一任出纳。
会上，{P1}和{P2}意见不一，{T1}总只好宣布休会。
直到{P1}离开，{S1}也没有公布新的负责人。
与{S1}相比，{S2}的报价要低一些。
'''
TUNED_EN = '''
The Vendor, {E1}, holder of passport no. EA1234567, resides at {B1}.
This Deed is made between {L1} and {L2} on {d}.
{E1} and {E2} each hold fifty per cent of the issued shares of {L1}.
Notices to the Purchaser shall be sent to {B1}, for the attention of {E1}.
{L1} (the "{S9}") was incorporated in Delaware. {S9} has no subsidiaries.
Mr. {E1}, a director of {L1}, signed on behalf of the Buyer.
Please contact {E1} at the data room team if you have any questions.
Signed by {E1} as authorised signatory of {L1}.
Our largest customers are {L1}, {L2} and {L3}.
On {d}, {E1} told the board that {L1} would not proceed.
The registered office of {L1} is at {B1}.
Dear Ms. {E1}, thank you for meeting {E2} last week.
{E1} has been appointed as chief executive of {L1}.
Invoice to: {L1}, {B1}
Seller's Solicitors: {E1}, {B1}
Neither {E1} nor {L1} has received any notice of claim.
In addition to {L1}, the Target supplies {L2}.
Contact: {E1} (email withheld)
In the opinion of {E1}, the business of {L1} cannot be separated.
I spoke with {E1} and {E2} about the customer list.
'''
TUNED2_DEAL = '''
投资人{P1}与原股东{P2}就{C1}的增资事项达成如下约定。
甲方：{C1}
乙方：{P1}（公民身份号码：{i}）
鉴于{C1}拟出售其持有的{C2}百分之三十的股权，双方协商一致签订本备忘录。
会议纪要：出席人员有{P1}、{P2}、{P3}；{T1}工因出差请假。
本所律师查阅了{C1}的工商档案，其历任法定代表人为{P1}、{P2}。
{C1}（下称“{S1}”）与{C2}（下称“{S2}”）同受{P1}控制，{S1}持有{S2}全部股权。
送达地址：{A1}；收件人：{P1}；电话：{t}。
被申请人{P1}，男，汉族，住{A1}。
{P1}女士自{d}起任{C1}监事，未持有公司股份。
我方法律顾问{P1}已就{C1}的诉讼情况出具意见。
经{C1}股东会决议，免去{P1}的执行董事职务，由{P2}接任。
卖方保证，除向{C1}披露的以外，{C2}不存在其他对外担保。
邮件抄送：{P1}；{P2}。{T1}总好，附件为{C1}的客户清单。
借款人{P1}以位于{A1}的房产设定抵押。
报告期内，公司向{C1}、{C2}销售的金额分别为{m}和{m}。
授权{P1}代表本公司前往{C1}办理印章交接手续。
{C1}工会委员会主席{P1}在意见书上签名。
开票信息：名称{C1}，地址{A1}，电话{t}。
根据{P1}出具的说明，{C1}的实际出资人为{P2}。
{T1}董事对第三项议案投了弃权票，理由是对{C1}缺乏了解。
管理人指派{P1}、{P2}负责与{C1}清算组对接。
收到{P1}转来的款项{m}后，{C1}向其开具了收据。
项目组成员：{P1}（组长）、{P2}、{P3}。
{C1}北京分公司与{C2}签订了租赁合同，租赁物坐落于{A1}。
质权人为{C1}，出质人为{P1}及其配偶{P2}。
离职员工{P1}违反竞业限制，入职了{C1}。
本次交易的财务顾问联系人为{P1}，邮箱见签字页。
基金管理人{C1}的合伙人{P1}参加了管理层访谈。
如需查阅原件，请与{T1}秘书预约，地点为{A1}。
{P1}系{C1}的唯一股东，{P2}为其代持。
'''
TUNED2_HARD = '''
{P1}坐在会议室的角落里，一句话也没有说。
三年前，{S1}还只是一家不到二十人的小厂。
听说{S1}的人已经找过{P1}两次了，价格没有谈拢。
{P1}跟{P2}吵了一架，从此再没有联系过。
知情人士称，{S1}正在为{S2}寻找新的买家。
他把合同递给{P1}，转身就走了。
多年以后，{P1}依然会提起那个下午。
{P1}的合伙人{P2}在{A1}租下了一层办公室。
有人看见{T1}总和{P1}在机场一起吃饭。
记者拨打了{S1}的电话，但始终无人接听。
{P1}今年五十二岁，早年在国营工厂做过会计。
这件事{P1}知道，{P2}也知道，只有客户不知道。
'''
TUNED2_EN = '''
Each of {E1} and {E2} (together, the "Founders") agrees to indemnify {L1}.
{L1}, a company organised under the laws of Delaware, whose office is at {B1}.
For the attention of: {E1}, General Counsel, {L1}
We met {E1} from {L1} yesterday; Ms {E2} joined by phone.
{E1} resigned as a director of {L1} with effect from {d}.
The claim brought by {L1} against {L2} was settled.
Employment agreement with {E1}, residing at {B1}.
Cc: {E1}; {E2}
The Company's three main suppliers ({L1}, {L2} and {L3}) have consented.
{E1} said the sale of {L1} had taken longer than expected.
Deliveries go to {B1}.
{L1} ("{S9}") owns the marks. {S9} has licensed them to {L2}.
'''
HELD_DEAL = '''
卖方{P1}同意按照本协议的条款向买方{C1}出售标的股权。
{C1}（以下简称“{S1}”）系一家依据中国法律设立的企业，{S1}的注册资本已全部实缴。
股东名册记载：{P1}，持股{n}%；{P2}，持股{n}%；{C1}，持股{n}%。
会议主持人：{P1}。会议记录人：{P2}。
经{P1}提议、{P2}附议，会议一致通过上述议案。
承租人{C1}应于每月五日前向出租人{P1}支付租金。
本函由{C1}出具，如有疑问请联系{P1}，电话{t}。
{C1}诉{C2}买卖合同纠纷案已于{d}审结，审判长为{P1}。
收货人{P1}，收货地址{A1}，联系电话{t}。
{P1}在{C1}工作期间掌握了大量客户资料。
{C1}的核心技术人员{P1}、{P2}均签订了竞业限制协议。
{P1}之母{P2}名下登记有一处房产，位于{A1}。
按照{C1}的付款指示，{C2}已将余款{m}汇入共管账户。
上市公司{C1}公告称，董事{P1}因个人原因辞职。
{T1}总监与{T2}博士共同审阅了技术资料。
会计师{P1}指出，{C1}对{C2}的预付款长期挂账。
丙方{C1}作为担保人在本协议上签章，代表人{P1}。
{P1}，女，汉族，住址：{A1}，身份证号码{i}。
{C1}成立后，一直租用{A1}作为办公场所。
前述债权已由{C1}转让予{C2}，并通知了{P1}。
贷款银行要求{P1}及其配偶{P2}出具无条件保函。
{C1}与{P1}之间的劳动争议已经调解结案。
关于{C1}股权激励的说明由{P1}起草，{T1}老师审核。
{C1}、{C2}、{C3}为本次招标的前三名候选人。
控股股东{P1}所持{C1}股份中有{n}%处于质押状态。
项目合作方{C1}提供的样品由{P1}签收并送检。
{P1}代表{C1}在补充协议上签字。
案涉房屋坐落于{A1}，所有权人为{P1}。
受托管理人{C1}每季度向投资人报告{C2}的经营情况。
证人{P1}证实，{C1}曾于{d}收到该批货物。
'''
HELD_HARD = '''
{P1}在那家公司干了十一年，从仓库保管员做到副总。
消息传来时，{P1}正在外地出差。
{S1}的财务状况远比外界想象的复杂。
我问过{P1}，她说合同早就丢了。
供应商们聚在{S1}门口，要求见{P1}。
没有{P1}的签字，这份文件就是废纸。
{P1}告诉{P2}，{S1}的账不能再拖了。
{S1}和{S2}的恩怨要从一笔订单说起。
在{P1}看来，卖掉{S1}是迟早的事。
电话那头的{P1}沉默了很久。
这套设备原本是给{S1}定做的，后来转手卖给了{S2}。
“{P1}不会同意的。”{P2}摇了摇头。
'''
HELD_EN = '''
THIS AGREEMENT is made between {L1} (the "Seller") and {L2} (the "Buyer").
{E1} holds the position of finance director at {L1}.
The shares are registered in the name of {E1}, whose address is {B1}.
Attn: {E1}, {L1}, {B1}
Both {L1} and {L2} were represented by {E1}.
Mrs. {E1} and Dr. {E2} abstained from voting.
{L1} supplied {L2} under a framework contract dated {d}.
The consultant, {E1}, reports directly to {E2}.
Kind regards, {E1}
An action was commenced by {E1} against {L1} in respect of unpaid commission.
Goods were delivered to {L1} at {B1} on {d}.
{L1} ("{S9}") manages the warehouse; invoices are addressed to {S9}.
'''
NEGATIVE = {'tuned': '''
转让方应当在交割日前完成工商变更登记，并向受让方移交全部印章和证照。
任何一方违约的，守约方有权解除合同并要求赔偿全部损失。
目标公司及其子公司的高级管理人员应当遵守保密义务。
有限责任公司的股东以其认缴的出资额为限对公司承担责任。
双方应当在签署之日起五个工作日内完成核对，逾期视为确认。
会计师事务所、律师事务所应当勤勉尽责，对所出具的文件负责。
常务副总经理、项目经理和安全主管应当每月召开一次例会。
施工单位应当按照方案组织施工，不得擅自变更设计。
The Purchaser shall notify the Seller in writing within five Business Days.
Governing Law and Dispute Resolution are set out in Clause 14 of this Agreement.
Annual General Meeting, Board of Directors, Chief Executive Officer.
''', 'tuned2': '''
保密信息不包括已经公开或者接收方合法取得的信息。
董事会由五名董事组成，设董事长一名，副董事长一名。
上市公司、基金管理公司和证券公司的工作人员不得泄露未公开信息。
资产评估机构应当独立、客观、公正地开展业务。
甲方员工、乙方职工及第三方人员进入厂区须佩戴工牌。
管理人员和高级工程师的任职资格由公司另行规定。
合同专用章、财务专用章与法定代表人名章分别保管。
从事数据处理活动的企业应当明确安全负责人和管理机构。
The Guarantor irrevocably waives any right of set-off under Applicable Law.
Completion of the Transaction is subject to Regulatory Approval and Board Consent.
Section 4.2 (Limitation of Liability) survives termination of this Agreement.
''', 'held': '''
标的资产交割完成后，转让方不再享有与标的资产有关的任何权利。
公司高管、项目经理以及关键岗位人员应当配合尽职调查。
各方同意，违约金不足以弥补损失的，违约方应当补足差额。
人力资源部、财务部和法务部按照职责分工落实本制度。
第三方支付机构应当按照约定将款项划付至专用账户。
因施工安全管理不到位造成事故的，依法追究责任。
高新技术企业应当加强知识产权的申请、管理和保护。
董事会秘书负责信息披露，监事会对其进行监督。
Neither Party shall assign this Agreement without prior written consent.
The Disclosing Party retains title to all Confidential Information.
Schedule 3 (Warranties) and Schedule 4 (Tax Covenant) form part of this Deed.
'''}


class Maker:
    def __init__(self, kind, seed):
        self.r, self.pool, self.names = random.Random(seed), POOLS[kind], {}

    def person(self):
        family = self.r.choice(COMPOUND) if self.r.random() < .05 else self.r.choice(SURNAMES[:260]) if self.r.random() < .85 else self.r.choice(SURNAMES)
        return family + ''.join(self.r.choice(self.pool['given']) for _ in range(1 if self.r.random() < .25 else 2))

    def company(self):
        p, r = self.pool, self.r
        brand, trade, form = ''.join(r.sample(p['brand'], 2)), r.choice(p['trades']), r.choice(ZH_FORMS)
        town = r.choice(p['towns'])
        shape = r.random()
        plain = town.split('省')[-1].rstrip('市').replace('壮族自治区', '') or town.rstrip('省')
        body = town + brand + trade if shape < .4 else brand + trade + '（' + plain + '）' if shape < .55 else brand + trade
        return body + form, r.choice([brand + trade, brand + trade[:2], brand]) if r.random() < .3 else brand + r.choice(['科技', '集团', '医药', '物流', '资本', '电子', '股份'])

    def address(self):
        p, r = self.pool, self.r
        text = r.choice(p['cities']) + (r.choice(p['districts']) if r.random() < .85 else '') + r.choice(p['roads']) + f'{r.randint(1, 2999)}号'
        if r.random() < .6:
            text += r.choice(p['parks']) + r.choice([f'{r.randint(1, 30)}栋{r.randint(101, 3200)}室', f'{r.choice("ABCD")}座{r.randint(1, 40)}层', f'{r.randint(1, 9)}号楼{r.randint(1, 5)}单元{r.randint(101, 2400)}'])
        return text

    def latin_company(self):
        r, p = self.r, self.pool
        brand = r.choice(p['enbrand'])
        return f"{brand} {r.choice(p['entrade'])} {r.choice(p['enform'])}", brand

    def latin_address(self):
        r, p = self.r, self.pool
        head = r.choice(['', '', f'Unit {r.randint(1, 40)}, ', f'{r.randint(2, 40)}/F, ', f'Level {r.randint(2, 40)}, ', f'Room {r.randint(101, 2900)}, '])
        return f"{head}{r.randint(1, 400)} {r.choice(p['streets'])}, {r.choice(p['enplaces'])}"

    def value(self, code):
        kind, number = code[0], code[1:]
        r, p = self.r, self.pool
        if kind == 'S':
            owner = 'C' + number if number != '9' else 'L1'
            if owner not in self.names:
                self.names[owner] = self.company()
            return self.names[owner][1], 'COMPANY', 'alias'
        if code not in self.names:
            self.names[code] = {'P': self.person, 'C': self.company, 'A': self.address, 'T': lambda: r.choice(SURNAMES[:150]), 'L': self.latin_company,
                'E': lambda: r.choice(p['engiven']) + ' ' + r.choice(p['ensurname']), 'B': self.latin_address}[kind]()
        value = self.names[code]
        value = value[0] if isinstance(value, tuple) else value
        return value, {'P': 'PERSON', 'E': 'PERSON', 'T': 'PERSON', 'C': 'COMPANY', 'L': 'COMPANY', 'A': 'ADDRESS', 'B': 'ADDRESS'}[kind], 'surname_only' if kind == 'T' else None

    def filler(self, code, english):
        r = self.r
        return {'n': str(r.randint(2, 95)), 'd': f'{r.randint(1, 28)} March {r.randint(2015, 2025)}' if english else f'{r.randint(2012, 2025)}年{r.randint(1, 12)}月{r.randint(1, 28)}日',
            'm': f'{r.randint(10, 9000)}万元', 't': f'139{r.randint(10000000, 99999999)}', 'i': f'{r.randint(110000, 650000)}19{r.randint(60, 99)}0{r.randint(1, 9)}1{r.randint(0, 9)}{r.randint(1000, 9999)}'}[code]

    def sentence(self, template, english):
        self.names, text, spans, last = {}, '', [], 0
        for found in re.finditer(r'\{(\w+)\}', template):
            text += template[last:found.start()]
            last, code = found.end(), found.group(1)
            if code in 'ndmti':
                text += self.filler(code, english)
                continue
            value, kind, sub = self.value(code)
            span = {'start': len(text), 'end': len(text) + len(value), 'type': kind}
            spans.append(span if sub is None else {**span, 'sub': sub})
            text += value
        text += template[last:]
        # 深圳分公司 belongs to the name before it.
        for span in spans:
            branch = re.match(r'(深圳|北京|上海)分公司', text[span['end']:])
            if branch and span['type'] == 'COMPANY':
                span['end'] += branch.end()
        return text, spans


def write(kind, seed, sets):
    lines = []
    for pool, tag, templates, times in sets:
        maker = Maker(pool, seed + len(lines))
        for number, template in enumerate(templates.strip().split('\n')):
            for _ in range(times):
                text, spans = maker.sentence(template, tag == 'en')
                lines.append({'id': f'{kind}-{len(lines):04}', 'text': text, 'spans': spans, 'types': ['COMPANY', 'PERSON', 'ADDRESS'], 'tag': tag, 'template': f'{tag}{number}'})
    with open(os.path.join(HERE, kind + '.jsonl'), 'w', encoding='utf-8') as out:
        for line in lines:
            out.write(json.dumps(line, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    write('tuned', 20260301, [('tuned', 'deal', TUNED_DEAL, 5), ('tuned', 'hard', TUNED_HARD, 5), ('tuned', 'en', TUNED_EN, 4), ('tuned', 'neg', NEGATIVE['tuned'], 1),
        ('tuned2', 'deal', TUNED2_DEAL, 5), ('tuned2', 'hard', TUNED2_HARD, 5), ('tuned2', 'en', TUNED2_EN, 4), ('tuned2', 'neg', NEGATIVE['tuned2'], 1)])
    write('held', 20260417, [('held', 'deal', HELD_DEAL, 8), ('held', 'hard', HELD_HARD, 6), ('held', 'en', HELD_EN, 6), ('held', 'neg', NEGATIVE['held'], 1)])
