const en = {
  slaFirst: {
    label: 'First answer within',
    hint: 'Of the time it is open. Colleagues are told at 50 and 80 % and when it is late. 0s promises nothing.',
  },
  slaNext: {
    label: 'Each next answer within',
    hint: 'From a message that nobody has answered. It stands while put off.',
  },
  slaSolve: {
    label: 'Solved within',
    hint: 'From the opening to the end. It stands while the visitor has to answer.',
  },
  slaHaste: {
    label: 'Of these times for high priority, %',
    hint: 'With 50 what is high or urgent has half of them.',
  },
}

const zh: typeof en = {
  slaFirst: {
    label: '首次响应时限',
    hint: '只计服务时间。用去 50%、80% 及超时时提醒同事，0s 表示不设时限。',
  },
  slaNext: {
    label: '后续响应时限',
    hint: '从未回复的消息算起，会话暂缓时不计时。',
  },
  slaSolve: {
    label: '解决时限',
    hint: '从开始到结束，等待访客回复时不计时。',
  },
  slaHaste: {
    label: '高优先级占以上时限的百分比',
    hint: '填 50 时，高和紧急的会话时限减半。',
  },
}

/** What a department promises its visitors, as its settings. */
export const promises = { en, zh }
