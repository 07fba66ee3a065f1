/*
 * The months of both calendars as Arabic writes them, the first of each row being January and Muharram. The names of the
 * Levant and Iraq, of Egypt and the Gulf, and of the Maghreb as in Unicode CLDR `ar` and its regional locales (Libya
 * before 2011 left out), with usual misspellings. They lie here and not with the language, since dates in files are
 * read by them too.
 */

const rows = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((row) => row.split(',').map((name) => name.trim()));

export const ARABIC_MONTHS = rows(`
  يناير, ينايـر, كانون الثاني, كانون ثاني, جانفي, جانفيي
  فبراير, شباط, فيفري, فيبراير
  مارس, آذار, اذار, مارت
  أبريل, ابريل, إبريل, نيسان, أفريل, افريل, نيسن
  مايو, أيار, ايار, ماي, مايس
  يونيو, يونيه, حزيران, جوان, يونية
  يوليو, يوليه, تموز, جويلية, يوليوز, يولية
  أغسطس, اغسطس, آب, أوت, غشت, أغسطوس
  سبتمبر, أيلول, ايلول, شتنبر, سبتمير
  أكتوبر, اكتوبر, تشرين الأول, تشرين أول, أوكتوبر
  نوفمبر, تشرين الثاني, تشرين ثاني, نونبر, نوفمير
  ديسمبر, كانون الأول, كانون أول, دجنبر, ديسمير
`);

export const HIJRI_MONTHS = rows(`
  محرم, المحرم, محرم الحرام
  صفر, صفر الخير
  ربيع الأول, ربيع أول
  ربيع الثاني, ربيع الآخر, ربيع الاخر, ربيع ثاني
  جمادى الأولى, جمادى الأول, جمادي الأولى, جمادى أولى, جماد الأول, جماد الأولى
  جمادى الآخرة, جمادى الثانية, جمادى الثاني, جمادى الآخر, جمادى الاخرة, جماد الآخر, جماد الآخرة, جماد الثاني
  رجب
  شعبان
  رمضان, رمضان المبارك
  شوال
  ذو القعدة, ذي القعدة
  ذو الحجة, ذي الحجة
`);
