// Makes plural_oracle.json: how ICU counts. Run by hand: node plural_oracle.js > plural_oracle.json
// Counts are written as runs, [first number, category]; ranges as [low, high, category] where the
// category is not that of the last number, for every 0 <= low < high <= 200.
const locales = ["en", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "uk", "zh-Hans", "pt"];
const last = 200;
const languages = locales.map((locale) => {
  const rules = new Intl.PluralRules(locale);
  const counts = [];
  const ranges = [];
  for (let n = 0; n <= last; n++) {
    const category = rules.select(n);
    if (!counts.length || counts[counts.length - 1][1] !== category) counts.push([n, category]);
    for (let low = 0; low < n; low++) {
      const whole = rules.selectRange(low, n);
      if (whole !== category) ranges.push([low, n, whole]);
    }
  }
  return `  ${JSON.stringify(locale.replace("-", "_"))}: ${JSON.stringify({ counts, ranges })}`;
});
const made = `"node ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}"`;
console.log(`{\n  "made with": ${made},\n  "last": ${last},\n${languages.join(",\n")}\n}`);
