// Makes icu.json, how ICU counts and dates. Run by hand in this folder: node icu.js > icu.json
// counts: runs, [first number, category], for 0 to `last`.
// ranges: [low, high, category] where it is not the last number's category, for 0 <= low < high <= `last`.
// numbers: `numbers` as they are written; months: the twelve as they stand inside a date.
const locales = ["en", "cy", "pl", "ro", "ur", "pa", "bn", "gu", "ar", "so", "uk", "zh-Hans", "pt"];
const last = 200;
const numbers = [0, 999, 1641, 16410, 164041];
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
  const written = new Intl.NumberFormat(locale + "-u-nu-latn");
  const day = new Intl.DateTimeFormat(locale + "-u-nu-latn-ca-gregory", { dateStyle: "long", timeZone: "UTC" });
  const months = [...Array(12).keys()].map(
    (month) => day.formatToParts(Date.UTC(2026, month, 23)).find((part) => part.type === "month").value,
  );
  const found = { counts, ranges, numbers: numbers.map((n) => written.format(n)), months };
  return `  ${JSON.stringify(locale.replace("-", "_"))}: ${JSON.stringify(found)}`;
});
const made = `"node ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}"`;
console.log(`{\n  "made with": ${made},\n  "last": ${last},\n  "numbers": ${JSON.stringify(numbers)},`);
console.log(`${languages.join(",\n")}\n}`);
