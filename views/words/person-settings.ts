const en = {
  capacity: {
    label: 'Conversations at a time',
    hint: 'A lower number takes nothing away: it only stops new ones.',
  },
  mayReply: {
    label: 'Answers visitors',
    hint: 'Who does not is given no conversations, and only looks on.',
  },
  languages: {
    label: 'Languages',
    hint: 'As short codes, like en or zh, one on each line. A department may want who speaks its visitor’s. Left empty, they are asked in all.',
  },
  skills: {
    label: 'Good at',
    hint: 'The tags of conversations and visitors they know most of, one on each line.',
  },
  wrapUp: {
    label: 'Rest after each conversation',
    hint: 'Nothing new comes meanwhile. Like 30s, 2m; 0s for none.',
  },
  undo: {
    label: 'A message can be called back for',
    hint: 'So long it waits before it goes. Like 5s; 0s for none.',
  },
}

const zh: typeof en = {
  capacity: { label: '同时接待上限', hint: '调低不会移走现有会话，只是不再分配新的。' },
  mayReply: { label: '接待访客', hint: '选“否”则不会分配会话，只能查看。' },
  languages: {
    label: '语言',
    hint: '使用代码，例如 en、zh，每行一个。部门可按访客语言分配。留空表示任何语言。',
  },
  skills: { label: '技能', hint: '擅长处理的会话和访客标签，每行一个。' },
  wrapUp: {
    label: '会话后整理时间',
    hint: '期间不分配新会话。例如 30s、2m；0s 表示不需要。',
  },
  undo: { label: '消息撤回时间', hint: '消息先等待这么久再发出。例如 5s；0s 表示立即发送。' },
}

/** What is set of how somebody works. */
export const personSettings = { en, zh }
