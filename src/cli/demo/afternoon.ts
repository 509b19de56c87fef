import type { Chat } from './day'

/** What is asked of Orders & delivery in the afternoon; the last one still waits. */
export const afternoon: Chat[] = [
  {
    at: '13:10',
    name: 'Oliver Grant',
    language: 'en',
    department: 'orders',
    steps: [
      [
        0,
        'visitor',
        'Delivery came, nobody rang, card says "left with neighbour". Which neighbour??',
      ],
      [40, 'agent', 'I’ll ask the driver. One minute.'],
      [110, 'agent', 'Number 22, a Mrs Okafor, says the driver. She signed at 11:48.'],
      [200, 'visitor', 'That’s the other end of the street. But yes, she has it. Thanks'],
      [25, 'agent', 'I’ve noted on your account that the driver should ring twice next time.'],
      [30, 'ends', 'agent'],
      [40, 'rates', 3, 'You were great. The courier was not.'],
    ],
  },
  {
    at: '13:52',
    name: '周宇',
    language: 'zh',
    department: 'orders',
    steps: [
      [0, 'visitor', '请问下单以后大概多久能发货？'],
      [18, 'hands', 'wei', '您好，马上为您转接中文客服。'],
      [30, 'agent', '您好，16:00 前下单当天发货，之后的次日发货。'],
      [25, 'visitor', '周末也发吗？'],
      [20, 'agent', '周六发，周日休息。'],
      [20, 'visitor', '好的，明白了'],
      [15, 'ends', 'visitor'],
      [12, 'rates', 5, ''],
    ],
  },
  {
    at: '14:22',
    name: 'Fatima El Amrani',
    email: 'fatima@example.net',
    language: 'en',
    department: 'orders',
    steps: [
      [
        0,
        'visitor',
        'I would like to send one kettle each to three different addresses. Do I have to order three times?',
      ],
      [
        45,
        'agent',
        'No. Put three in the basket and tick “several addresses” on the delivery page.',
      ],
      [60, 'visitor', 'I don’t see that box'],
      [30, 'agent', 'It only shows when you are signed in, I should have said so. Are you?'],
      [35, 'visitor', 'Ah, there it is.'],
      [20, 'visitor', 'It would be good to see it before signing in as well!'],
      [
        30,
        'agent',
        'You are right, and I’ve just passed that on to the people who build the shop.',
      ],
      [20, 'ends', 'visitor'],
      [20, 'rates', 4, 'Please show the box to everybody'],
    ],
  },
  {
    at: '15:31',
    name: 'Jonas Lindqvist',
    language: 'en',
    department: 'orders',
    steps: [
      [0, 'visitor', 'Hej, is the order 48190 already on its way? I would add filters to it'],
      [
        50,
        'agent',
        'Hej Jonas, it left an hour ago, I’m afraid. But filters ship free with any order over 30.',
      ],
      [30, 'visitor', 'Then I wait until I need beans again. Tack!'],
      [25, 'agent', 'Tack själv! There is a packet of filters with your next bag.'],
      // Nobody closes it: their silence does.
    ],
  },
  {
    at: '16:20',
    name: 'Harriet Cole',
    language: 'en',
    department: 'orders',
    steps: [
      [
        0,
        'visitor',
        'I’ve moved house since I subscribed to the monthly beans. How do I change the address?',
      ],
      [40, 'agent', 'Happy to do it here. What is the new one?'],
      [45, 'visitor', 'Flat 3, 9 Quay Street, Whitby'],
      [40, 'agent', 'Changed, from the bag of the 3rd on. Congratulations on the new flat!'],
      [25, 'visitor', 'Thank you! It smells of fish and I love it'],
      [15, 'ends', 'agent'],
      [30, 'rates', 5, 'Lovely person'],
    ],
  },
  {
    at: '16:42',
    name: 'Dafydd Rhys',
    email: 'dafydd@example.com',
    language: 'en',
    department: 'orders',
    steps: [
      [0, 'visitor', 'When will the enamel pan be there again, the 24 cm one?'],
      [35, 'agent', 'On Thursday, says the maker. Shall I put one aside and write to you here?'],
      [40, 'visitor', 'That would be great, yes'],
      [10, 'reacts', 'agent', '👍'],
      [12, 'tags', 'Back in stock'],
      [15, 'notes', 'One of the first delivery on Thursday is for him; the shelf at the back.'],
      [10, 'snoozes', '3d'],
    ],
  },
  {
    at: '17:25',
    name: 'Noor Haidari',
    email: 'noor.haidari@example.com',
    language: 'en',
    department: 'orders',
    steps: [
      [
        0,
        'visitor',
        'Hello, my order 48391 was delivered, but the box holds somebody else’s coffee machine.',
      ],
      [70, 'visitor', 'It’s a far nicer one than mine, I admit. The name on the slip is D. Osei.'],
    ],
  },
]
