const en = {
  title: 'Routing',
  said: { saved: 'Saved. It holds for whoever comes from now on.' },
  lead: 'Who of those who wait is next, and who of those who are free gets them.',
  edit: 'Change routing',
  next: 'Who is next',
  nextHint:
    'Who was in the middle of a talk comes first. Then it goes by how long they wait, and each step of priority (low, normal, high, urgent) counts as a longer wait. So urgent ones pass others, and nobody waits for ever.',
  who: 'Who gets them',
  whoHint:
    'Only who is ready, connected, has room and may reply. Who the visitor asked for goes first, then who fits, then by the strategy on the department’s page.',
  overflow: 'Overflow',
  overflowHint:
    'Who would wait too long goes to the queue of another department, with the time they have waited, while somebody is on duty for them there. Once out of each department, and never back.',
  comesFrom: (names: string) => `Takes over from ${names}.`,
  people: 'What people here bring',
  peopleHint: 'It is set on the page of each of them, under People.',
  peopleNone: 'Nobody yet.',
  speaks: (languages: string) => `speaks ${languages}`,
  speaksAny: 'no languages named: asked in any',
  goodAt: (skills: string) => `good at ${skills}`,
  none: 'No department',
  summary: (wait: string): string => `A step of priority counts as ${wait}`,
  summaryAlike: 'All wait alike',
  overflowsTo: (name: string): string => `overflows to ${name}`,
  marks: {
    asked: 'asked for',
    speaks: 'speaks the language',
    skilled: 'knows of it',
    hadShare: 'had several in a row',
  },
  settings: {
    headStart: {
      label: 'Each step of priority counts as',
      hint: 'So much longer a wait. With 10m, an urgent one passes who came up to 20 minutes before. 0s: all wait alike.',
    },
    vip: {
      label: 'Tags of VIPs',
      hint: 'Visitors with one of these tags are one step further ahead. One on each line; upper and lower case make no difference.',
    },
    languageRule: {
      label: 'The visitor’s language',
      hint: 'Of the page they write on. Who names no language is asked in any.',
      choices: {
        any: 'Makes no difference',
        preferred: 'Who speaks it goes first',
        required: 'Only who speaks it',
      },
    },
    languageWait: {
      label: 'Wait for who speaks it',
      hint: 'After that anybody gets them. Only where who speaks it goes first.',
    },
    skillRule: {
      label: 'Skills',
      hint: 'What a conversation and its visitor are tagged with, and an agent is good at.',
      choices: {
        any: 'Make no difference',
        preferred: 'Who knows most of it goes first',
        required: 'Only who knows all of it',
      },
    },
    skillWait: {
      label: 'Wait for who knows it',
      hint: 'After that who knows most of it goes first. Only where who knows all of it is wanted; what nobody here is good at is not waited for.',
    },
    fairLimit: {
      label: 'Most in a row',
      hint: 'Whoever was offered so many while another one was free and got none comes after them. 0 for no limit.',
    },
    overflowTo: {
      label: 'Goes on to',
      hint: 'Its own overflow may lead further, but not back here.',
    },
    overflowLength: {
      label: 'When more wait than',
      hint: 'Whoever stands behind so many goes on at once. 0 for no limit.',
    },
    overflowWait: {
      label: 'When they have waited for',
      hint: '0s: as long as it takes.',
    },
  },
}

const zh: typeof en = {
  title: '分配规则',
  said: { saved: '已保存，对之后进入排队的访客生效。' },
  lead: '决定排队中谁先被接待，以及由哪位空闲的客服接待。',
  edit: '修改分配规则',
  next: '排队顺序',
  nextHint:
    '对话被中断的访客最优先，其余按等待时间排序；优先级（低、普通、高、紧急）每高一级，等待时间按更长计算。因此紧急的会话可以提前，也不会有人一直等下去。',
  who: '由谁接待',
  whoHint:
    '只分配给在线、已连接、未达接待上限且有回复权限的客服。访客指定的客服优先，其次是更合适的客服，再按部门页面的分配方式选择。',
  overflow: '溢出',
  overflowHint:
    '等待过久的访客会转到另一部门排队，保留已等待的时间，前提是那里有合适的客服在线。每个部门只转出一次，不会转回。',
  comesFrom: (names) => `承接${names}的溢出。`,
  people: '成员的语言和技能',
  peopleHint: '在“人员”中各自的页面设置。',
  peopleNone: '还没有成员。',
  speaks: (languages) => `语言：${languages}`,
  speaksAny: '未设置语言，可接待任何语言',
  goodAt: (skills) => `技能：${skills}`,
  none: '不转出',
  summary: (wait) => `优先级每级折合等待 ${wait}`,
  summaryAlike: '不分优先级',
  overflowsTo: (name) => `溢出到${name}`,
  marks: {
    asked: '访客指定',
    speaks: '语言相符',
    skilled: '技能相符',
    hadShare: '已连续多次分配',
  },
  settings: {
    headStart: {
      label: '优先级每级折合等待时间',
      hint: '例如 10m：紧急会话可排到早来 20 分钟以内的访客之前。0s 表示不分优先级。',
    },
    vip: {
      label: 'VIP 标签',
      hint: '带有其中任一标签的访客再提前一级。每行一个，不分大小写。',
    },
    languageRule: {
      label: '访客语言',
      hint: '以访客所用页面的语言为准。未设置语言的客服可接待任何语言。',
      choices: {
        any: '不考虑',
        preferred: '会该语言的客服优先',
        required: '仅分配给会该语言的客服',
      },
    },
    languageWait: {
      label: '等待会该语言的客服',
      hint: '超过后分配给任何客服。仅用于“会该语言的客服优先”。',
    },
    skillRule: {
      label: '技能',
      hint: '会话及访客的标签与客服的技能相比较。',
      choices: {
        any: '不考虑',
        preferred: '技能相符较多的客服优先',
        required: '仅分配给技能全部相符的客服',
      },
    },
    skillWait: {
      label: '等待技能相符的客服',
      hint: '超过后按技能相符较多者优先分配。仅用于“仅分配给技能全部相符的客服”；本部门无人具备的技能不等待。',
    },
    fairLimit: {
      label: '连续分配上限',
      hint: '有其他空闲客服未分到时，连续分配达到此数的客服排到后面。0 表示不限。',
    },
    overflowTo: { label: '转到', hint: '该部门也可以再转出，但不能转回这里。' },
    overflowLength: { label: '排队人数超过', hint: '排在此数之后的访客立即转出。0 表示不限。' },
    overflowWait: { label: '等待时间超过', hint: '0s 表示不限。' },
  },
}

/** Who of a line is next, and with whom, for who runs the desk. */
export const routing = { en, zh }
