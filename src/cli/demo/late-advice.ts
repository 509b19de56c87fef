import type { Chat } from './day'

/** Product advice from the afternoon on; two are being talked about now, and one waits. */
export const lateAdvice: Chat[] = [
  {
    at: '15:20',
    name: 'Nadia Kowalska',
    language: 'en',
    department: 'advice',
    steps: [
      [
        0,
        'visitor',
        'My espresso tastes sour whatever I do. Same beans, same machine as my sister’s, hers is great.',
      ],
      [11, 'accepts', 'wei'],
      [
        40,
        'agent',
        'Sour mostly means too fast. How many seconds from pressing the button until your cup is full?',
      ],
      [50, 'visitor', 'just tried: 14'],
      [
        45,
        'agent',
        'That’s half of what it should be. Grind three steps finer and try again, I’ll wait.',
      ],
      [210, 'visitor', '26 seconds now'],
      [30, 'visitor', 'oh. OH. that is coffee'],
      [20, 'agent', 'There it is! Tell your sister.'],
      [25, 'visitor', 'I will tell her mine is better'],
      [15, 'ends', 'visitor'],
      [20, 'rates', 5, 'Saved my mornings. Give this person a raise.'],
    ],
  },
  {
    at: '15:58',
    name: '陈思远',
    language: 'zh',
    department: 'advice',
    steps: [
      [0, 'visitor', '手冲壶的壶嘴细的和粗的差别大吗？'],
      [13, 'accepts', 'wei'],
      [40, 'agent', '您好，细嘴水流稳，新手更容易控制；粗嘴出水快，适合有经验以后调整节奏。'],
      [30, 'visitor', '我刚开始学'],
      [20, 'agent', '那建议选细嘴的 600 毫升款，再配一个电子秤会更容易上手。'],
      [35, 'visitor', '好，我再看看，谢谢'],
      [20, 'agent', '不着急，有问题随时在这里找我们。'],
      // Left open: silence ends it.
    ],
  },
  {
    at: '16:35',
    name: 'Louise Martin',
    language: 'en',
    department: 'advice',
    steps: [
      [0, 'visitor', 'Bonjour! How often should I descale the kettle? We have very hard water.'],
      [16, 'accepts', 'amir'],
      [
        35,
        'agent',
        'Bonjour Louise. With hard water every three weeks: one spoon of citric acid, fill up, warm (not boiling), 20 minutes.',
      ],
      [30, 'visitor', 'Not vinegar?'],
      [30, 'agent', 'It works, but the next three teas taste of salad.'],
      [25, 'visitor', 'Haha. Citric acid then. Merci!'],
      [15, 'ends', 'visitor'],
      [15, 'rates', 5, 'Funny and useful'],
    ],
  },
  {
    at: '17:11',
    name: 'Daniel Osei',
    email: 'd.osei@example.com',
    language: 'en',
    department: 'advice',
    steps: [
      [
        0,
        'visitor',
        'Hi! I’m looking at the Porter and the Porter Duo. What does the Duo do that the other one doesn’t?',
      ],
      [12, 'accepts', 'wei'],
      [
        50,
        'agent',
        'Hi Daniel. The Duo has two boilers, so it steams milk while the coffee runs. With the single one you wait about 40 seconds in between.',
      ],
      [45, 'visitor', 'We’re two people, one flat white each in the morning.'],
      [
        60,
        'agent',
        'Then it’s 40 seconds a day against 260 more in price. Honestly, for two cups I’d take the single one and spend the difference on a good grinder.',
      ],
      [50, 'visitor', 'That’s refreshingly honest. Which grinder goes with it?'],
      [
        65,
        'agent',
        'The Harbour 60: fine enough for espresso, and it fits under a wall cupboard (38 cm).',
      ],
      [560, 'visitor', 'Measured: 41 cm under ours, so that fits. Does it come in black too?'],
    ],
  },
  {
    at: '17:16',
    name: '孙悦',
    email: 'sunyue@example.com',
    language: 'zh',
    department: 'advice',
    steps: [
      [0, 'visitor', '你好，我买的玻璃茶壶可以直接放在电陶炉上加热吗？'],
      [12, 'accepts', 'wei'],
      [40, 'agent', '您好！请问是哪一款？壶底有没有“高硼硅”字样？'],
      [70, 'visitor', '我看一下……有的，写着高硼硅 500ml'],
      [60, 'agent', '那可以用电陶炉，从小火开始，不要干烧，也不要从炉上拿下来马上加冷水。'],
      [240, 'visitor', '好的。电磁炉可以吗？'],
      [260, 'agent', '电磁炉不行，玻璃不导磁，不会加热的。'],
    ],
  },
  {
    at: '17:27',
    name: 'Vera Holm',
    language: 'en',
    department: 'advice',
    steps: [
      [
        0,
        'visitor',
        'Hello! Which of your teas has the least caffeine, but still tastes of something?',
      ],
    ],
  },
]
