// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

// Short and long, some alike but for one syllable, some that end as another does.
const char *const commands[COMMAND_COUNT] = {
    "救命",       "我要吃饭", "给女儿打电话", "给儿子打电话",   "返回",     "看视频", "听戏",     "声音大一点",
    "声音小一点", "字大一点", "几点了",       "今天天气怎么样", "我要吃药", "叫医生", "再说一遍", "不要"};

const char *const phones[COMMAND_COUNT] = {"JH Y OW M IH NG",
                                           "W AO Y AW CH ER F AA N",
                                           "G EY N UW ER D AA D Y EH N HH W AA",
                                           "G EY ER Z IH D AA D Y EH N HH W AA",
                                           "F AA N HH W EY",
                                           "K AA N SH ER P IH N",
                                           "T IH NG SH IY",
                                           "SH AH NG Y IH N D AA IY D Y EH N",
                                           "SH AH NG Y IH N SH Y AW IY D Y EH N",
                                           "Z IH D AA IY D Y EH N",
                                           "JH IY D Y EH N L AH",
                                           "JH IH N T Y EH N T Y EH N CH IY Z AH M AH Y AA NG",
                                           "W AO Y AW CH ER Y AW",
                                           "JH Y AW IY SH AH NG",
                                           "Z AY SH W AO IY B Y EH N",
                                           "B UW Y AW"};

const struct room rooms[ROOM_COUNT] = {
    {.name = "quiet"},
    {.name = "white noise 20 dB", .noise = NOISE_WHITE, .snr = 20},
    {.name = "white noise 10 dB", .noise = NOISE_WHITE, .snr = 10},
    {.name = "white noise 5 dB", .noise = NOISE_WHITE, .snr = 5},
    {.name = "babble 20 dB", .noise = NOISE_BABBLE, .snr = 20},
    {.name = "babble 10 dB", .noise = NOISE_BABBLE, .snr = 10},
    {.name = "babble 5 dB", .noise = NOISE_BABBLE, .snr = 5},
    {.name = "echo", .echo = true},
    {.name = "echo, babble 10 dB", .noise = NOISE_BABBLE, .snr = 10, .echo = true},
};

const struct speaker tuners[] = {
    {"cmn-x-standard+m1", 40, 160},
    {"cmn-x-standard+f2", 60, 150},
    {"cmn-x-sichuan+m3", 40, 165},
    {"cmn-x-sichuan+f4", 60, 155},
    {"cmn-x-dongbei+m8", 45, 170},
    {"cmn-x-henan+linda", 50, 160},
    {"cmn-x-shandong+m6", 40, 150},
    {"cmn-x-wuhan+m6", 45, 165},
    {"cmn-x-shanghai+m3", 45, 160},
    {"cmn-x-shanghai+f4", 60, 150},
    {"yue+m1", 40, 165},
    {"yue+f2", 60, 150},
};
const int tuner_count = sizeof tuners / sizeof *tuners;

const struct speaker reporters[] = {
    {"cmn-x-standard+m5", 40, 160},
    {"cmn-x-standard+f1", 60, 150},
    {"cmn-x-sichuan+m7", 45, 150},
    {"cmn-x-sichuan+f5", 55, 165},
    {"cmn-x-dongbei+m2", 40, 175},
    {"cmn-x-dongbei+f3", 60, 150},
    {"cmn-x-henan+Mario", 50, 160},
    {"cmn-x-henan+anika", 50, 150},
    {"cmn-x-shandong+klatt2", 50, 165},
    {"cmn-x-shandong+grandma", 50, 150},
    {"cmn-x-wuhan+m5", 45, 160},
    {"cmn-x-wuhan+f1", 60, 160},
    {"cmn-x-shanghai+m5", 40, 160},
    {"cmn-x-shanghai+f3", 60, 155},
    {"yue+m5", 40, 160},
    {"yue+f1", 60, 155},
};
const int reporter_count = sizeof reporters / sizeof *reporters;

const struct speaker makers[MAKER_COUNT] = {
    {"+m1", 50, 165}, {"+m3", 50, 150}, {"+f2", 50, 165}, {"+f4", 50, 150}, {"+m6", 50, 180}};

const char *const sentences[SENTENCE_COUNT] = {
    "隔壁老王的孙子上个月结婚了", "你早饭吃过了没有啊",
    "这个冬天比去年暖和多了",     "我在菜市场买了一斤豆腐",
    "电视里正在放新闻",           "下面播送明天的天气预报",
    "这种药饭后吃每次两片",       "星期六下午活动室有人唱戏",
    "他女儿在外地工作过年才回来", "把窗户关上外面在刮风",
    "我的老花镜又找不到了",       "这张照片是我们厂里拍的",
    "老李下棋从来没有赢过我",     "医院门口的公共汽车不走这条路了",
    "下象棋要慢慢动脑子",         "晚上我们去广场上走一走",
    "这条鱼新鲜不新鲜",           "小孩子放学先把作业写好",
    "领导讲话讲了一个多小时",     "这件衣服不要再洗了",
    "我年轻的时候当过小学老师",   "中秋节全家人都回来吃饭",
    "你的血压今天早上量了没有",   "他说他下个星期再来",
    "这个节目我每天都要看",       "水开了快去关火",
    "邮局中午也不休息",           "被子晒在阳台上忘了收",
    "楼上又在装修吵得睡不着",     "谢谢你慢走有空再来坐坐",
    "我想和你商量一件事情",       "那个人我好像在哪里见过",
    "上面的字太小了我看不清",     "手机没有电了充电器放在哪里",
    "现在的年轻人也很辛苦",       "米饭有点硬我咬不动",
    "我要去银行取一点钱",         "给我倒一杯热水好吗",
    "天气好的时候我们去公园",     "隔壁房间里有人在唱歌",
};
