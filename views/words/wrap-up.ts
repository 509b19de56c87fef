const en = {
  title: 'Wrap-up',
  /** Of the page that asks before one ends, or several. */
  before: 'Before it ends',
  beforeAll: 'Before they end',
  lead: (name: string) => `What was the conversation with ${name} about, and how did it go?`,
  leadAll: (n: number) =>
    n === 1 ? 'Filled in for one conversation.' : `Filled in once, for all ${n} conversations.`,
  later: 'Fill it in after the end. The newest counts.',
  /** The note on whom it is for. */
  inside: 'Only colleagues see it, never the visitor.',
  end: 'End it',
  endAll: 'End them',
  save: 'Save wrap-up',
  by: (name: string) => `Wrap-up by ${name}`,
  notFilled: 'Wrap-up not filled',
  fill: 'Fill in',
  change: 'Change wrap-up',
  /** In the office. */
  office: {
    title: 'Before a conversation ends',
    lead: 'What agents fill in before they end a conversation of this department. Where the visitor ends it, or silence, it is marked as not filled.',
    said: {
      saved: 'Saved. Agents are asked from now on.',
      removed: 'Removed. Answers given are kept.',
    },
    none: 'Nothing is asked.',
    edit: 'Edit the wrap-up form',
    fieldHint: 'Agents answer it before they end a conversation, and colleagues read it there.',
    keyHint: 'Its name for programs and reports, like reason.',
    usual: 'Add “Reason” and “Solved”',
    usualHint:
      'Two questions to begin with: why it was, and whether it was solved. You can change them afterwards.',
  },
}

const zh: typeof en = {
  title: '会话小结',
  before: '结束前请填写小结',
  beforeAll: '结束前请填写小结',
  lead: (name) => `与${name}的会话是什么问题？处理结果如何？`,
  leadAll: (n) => `只需填写一次，适用于全部 ${n} 个会话。`,
  later: '会话已结束，可补填小结，以最新一次为准。',
  inside: '仅同事可见，访客看不到。',
  end: '结束会话',
  endAll: '全部结束',
  save: '保存小结',
  by: (name) => `${name}填写的会话小结`,
  notFilled: '小结未填写',
  fill: '补填',
  change: '修改小结',
  office: {
    title: '结束前填写（会话小结）',
    lead: '客服结束本部门的会话前需要填写的内容。由访客结束或因长时间无回应而结束的会话，会标记为“小结未填写”。',
    said: { saved: '已保存，客服结束会话时即会看到。', removed: '已移除，已填写的内容仍会保留。' },
    none: '无需填写。',
    edit: '编辑会话小结',
    fieldHint: '客服结束会话前填写，同事可在会话中查看。',
    keyHint: '供程序和报表使用，例如 reason。',
    usual: '添加“咨询类型”和“是否解决”',
    usualHint: '先添加这两个问题，之后可以修改。',
  },
}

/** What is filled in when a conversation ends, and the office's page of what is asked then. */
export const wrapUp = { en, zh }
