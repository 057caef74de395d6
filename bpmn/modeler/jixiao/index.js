module.exports = {
  name: '绩效通检查',
  script: './lint.js',
};
