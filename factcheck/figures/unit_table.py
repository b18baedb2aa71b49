"""The units of measure: one row a unit, parsed once at import.

A row is `code | dimension | factor to the dimension's base unit | symbols, case matters | names, lower case`.
Factors are exact (SI brochure, international yard and pound of 1959) save the month and the year, which are
the mean Gregorian ones of 30.4369 and 365.2425 days. "deg" is degrees of heat or of angle; only the text around tells.
"""

from __future__ import annotations

UNIT_ROWS = """
pm    | length | 0.000000000001 | | picometre picometer
nm    | length | 0.000000001 | nm | nanometre nanometer
um    | length | 0.000001 | μm µm um | micrometre micrometer micron
mm    | length | 0.001 | mm | millimetre millimeter
cm    | length | 0.01 | cm cms | centimetre centimeter
dm    | length | 0.1 | dm | decimetre decimeter
m     | length | 1 | m | metre meter
km    | length | 1000 | km kms Km KM | kilometre kilometer kilometeres
in    | length | 0.0254 | in ″ '' " | inch inches
ft    | length | 0.3048 | ft | foot feet
yd    | length | 0.9144 | yd yds | yard
furlong | length | 201.168 | | furlong
mi    | length | 1609.344 | mi | mile
nmi   | length | 1852 | nmi | nautical.mile
ly    | length | 9460730472580800 | ly | light.year light-year lightyear
au    | length | 149597870700 | AU | astronomical.unit
ug    | mass | 0.000000001 | μg µg mcg ug | microgram microgramme
mg    | mass | 0.000001 | mg mgs | milligram milligramme
g     | mass | 0.001 | g gm gms | gram gramme
kg    | mass | 1 | kg kgs Kg KG kilo kilos | kilogram kilogramme kilo
t     | mass | 1000 | t | tonne ton metric.ton metric.tonne
kt    | mass | 1000000 | kt | kilotonne kiloton
Mt    | mass | 1000000000 | Mt | megatonne megaton
Gt    | mass | 1000000000000 | Gt | gigatonne gigaton
lb    | mass | 0.45359237 | lb lbs | lb lbs pound
oz    | mass | 0.028349523125 | oz | ounce
ozt   | mass | 0.0311034768 | | troy.ounce
dr    | mass | 0.0017718451953125 | | dram
st    | mass | 6.35029318 | st | stone stones
ct    | mass | 0.0002 | | carat
mL    | volume | 0.000001 | ml mL mls | millilitre milliliter
cL    | volume | 0.00001 | cl cL | centilitre centiliter
L     | volume | 0.001 | l L | litre liter
hL    | volume | 0.1 | hl hL | hectolitre hectoliter
ML    | volume | 1000 | ML | megalitre megaliter
m3    | volume | 1 | m3 m³ | cubic.metre cubic.meter
cm3   | volume | 0.000001 | cm3 cm³ cc | cubic.centimetre cubic.centimeter
km3   | volume | 1000000000 | km3 km³ | cubic.kilometre cubic.kilometer
gal   | volume | 0.003785411784 | gal gals | gallon
qt    | volume | 0.000946352946 | | quart
pt    | volume | 0.000473176473 | | pint
cup   | volume | 0.0002365882365 | | cup
tbsp  | volume | 0.00001478676478125 | tbsp | tablespoon
tsp   | volume | 0.00000492892159375 | tsp | teaspoon
floz  | volume | 0.0000295735295625 | | fluid.ounce
bbl   | volume | 0.158987294928 | bbl bbls | barrel
ft3   | volume | 0.028316846592 | ft3 ft³ | cubic.foot cubic.feet
yd3   | volume | 0.764554857984 | yd3 | cubic.yard
in3   | volume | 0.000016387064 | in3 | cubic.inch
mi3   | volume | 4168181825.440579584 | | cubic.mile
m2    | area | 1 | m2 m² sqm | square.metre square.meter
km2   | area | 1000000 | km2 km² | square.kilometre square.kilometer
cm2   | area | 0.0001 | cm2 cm² | square.centimetre square.centimeter
mi2   | area | 2589988.110336 | mi2 mi² | square.mile
ft2   | area | 0.09290304 | ft2 ft² sqft | square.foot square.feet
yd2   | area | 0.83612736 | | square.yard
in2   | area | 0.00064516 | | square.inch square.inches
acre  | area | 4046.8564224 | | acre
ha    | area | 10000 | ha | hectare
m/s   | speed | 1 | mps | metre.per.second meter.per.second
km/h  | speed | 0.2777777777777777777777777778 | kmh kph KPH kmph kmh | kilometre.per.hour kilometer.per.hour
mph   | speed | 0.44704 | mph MPH m.p.h. | mile.per.hour
m/ms  | speed | 1000 | | metre.per.millisecond meter.per.millisecond
cm/ms | speed | 10 | | centimetre.per.millisecond centimeter.per.millisecond
km/ms | speed | 1000000 | | kilometre.per.millisecond kilometer.per.millisecond
kn    | speed | 0.5144444444444444444444444444 | kn kts kt | knot
degC  | temperature | 1 | C ℃ °C ºC | celsius celcius centigrade
degF  | temperature | 0.5555555555555555555555555556 | F ℉ °F ºF | fahrenheit
K     | temperature | 1 | K | kelvin
deg   | angle | 1 | ° º deg | degree deg
rad   | angle | 57.29577951308232087679815481 | | radian rad
turn  | angle | 360 | | turn
arcmin | angle | 0.01666666666666666666666666667 | | arcminute minute.of.arc
arcsec | angle | 0.0002777777777777777777777777778 | | arcsecond second.of.arc
bit   | data | 1 | | bit
kbit  | data | 1000 | kbit | kilobit
Mbit  | data | 1000000 | Mbit Mb | megabit
Gbit  | data | 1000000000 | Gbit Gb | gigabit
B     | data | 8 | | byte
kB    | data | 8000 | kB KB kb | kilobyte
KiB   | data | 8192 | KiB | kibibyte
MB    | data | 8000000 | MB mb | megabyte
GB    | data | 8000000000 | GB gb gig gigs | gigabyte
TB    | data | 8000000000000 | TB tb | terabyte
PB    | data | 8000000000000000 | PB | petabyte
EB    | data | 8000000000000000000 | EB | exabyte
kbit/s | datarate | 1000 | kbps Kbps | kilobit.per.second
Mbit/s | datarate | 1000000 | Mbps mbps | megabit.per.second
Gbit/s | datarate | 1000000000 | Gbps gbps | gigabit.per.second
J     | energy | 1 | J | joule
kJ    | energy | 1000 | kJ | kilojoule
MJ    | energy | 1000000 | MJ | megajoule
Wh    | energy | 3600 | Wh | watt.hour watt-hour
kWh   | energy | 3600000 | kWh kwh KWh kWhr | kilowatt.hour kilowatt-hour
MWh   | energy | 3600000000 | MWh | megawatt.hour megawatt-hour
GWh   | energy | 3600000000000 | GWh | gigawatt.hour gigawatt-hour
TWh   | energy | 3600000000000000 | TWh | terawatt.hour terawatt-hour
eV    | energy | 0.0000000000000000001602176634 | eV | electronvolt electron.volt
TeV   | energy | 0.0000001602176634 | TeV | teraelectronvolt
cal   | energy | 4.184 | cal | calorie
kcal  | energy | 4184 | kcal | kilocalorie
BTU   | energy | 1055.05585262 | BTU Btu BTUs | british.thermal.unit
mmBTU | energy | 1055055852.62 | mmBTU MMBtu mmBtu MMBTU | million.british.thermal.unit
W     | power | 1 | W | watt
kW    | power | 1000 | kW kw KW | kilowatt
MW    | power | 1000000 | MW | megawatt
GW    | power | 1000000000 | GW | gigawatt
TW    | power | 1000000000000 | TW | terawatt
hp    | power | 745.69987158227022 | hp HP | horsepower
bhp   | power | 745.69987158227022 | bhp | brake.horsepower
PS    | power | 735.49875 | PS | metric.horsepower
Hz    | frequency | 1 | Hz | hertz
kHz   | frequency | 1000 | kHz | kilohertz
MHz   | frequency | 1000000 | MHz | megahertz
GHz   | frequency | 1000000000 | GHz | gigahertz
rpm   | frequency | 0.01666666666666666666666666667 | rpm RPM | revolution.per.minute
Pa    | pressure | 1 | Pa | pascal
hPa   | pressure | 100 | hPa | hectopascal
kPa   | pressure | 1000 | kPa | kilopascal
MPa   | pressure | 1000000 | MPa | megapascal
GPa   | pressure | 1000000000 | GPa | gigapascal
mbar  | pressure | 100 | mb mbar | millibar
bar   | pressure | 100000 | | bar
psi   | pressure | 6894.757293168361 | psi | pound.per.square.inch
ksi   | pressure | 6894757.293168361 | ksi | kilopound.per.square.inch
mmHg  | pressure | 133.322387415 | mmHg | millimetre.of.mercury
V     | voltage | 1 | V | volt
kV    | voltage | 1000 | kV | kilovolt
A     | current | 1 | | amp ampere
mA    | current | 0.001 | mA | milliamp
Ohm   | resistance | 1 | Ω | ohm
F     | capacitance | 1 | | farad
mAh   | charge | 3.6 | mAh | milliampere-hour milliamp.hour
dB    | level | 1 | dB db | decibel
N     | force | 1 | | newton
kN    | force | 1000 | kN | kilonewton
N.m   | torque | 1 | Nm | newton.metre newton-metre newton.meter
lbf.ft | torque | 1.3558179483314004 | | pound-foot pound-feet foot-pound lb-ft ft-lb lb.ft
Gy    | dose | 1 | Gy | gray
mGy   | dose | 0.001 | mGy | milligray
Sv    | dose equivalent | 1 | Sv | sievert
mSv   | dose equivalent | 0.001 | mSv | millisievert
mpg   | fuel | 1 | mpg MPG | mile.per.gallon
ppb   | fraction | 0.000000001 | ppb | part.per.billion parts-per-billion
ppm   | fraction | 0.000001 | ppm | part.per.million parts-per-million
bbl/d | flow | 1 | bpd b/d | barrel.per.day
nanosecond | time | 0.000000001 | ns | nanosecond
microsecond | time | 0.000001 | μs µs | microsecond
millisecond | time | 0.001 | ms | millisecond
second | time | 1 | s sec secs | second sec
minute | time | 60 | min mins | minute min
hour   | time | 3600 | h hr hrs | hour hr
day    | time | 86400 | | day
week   | time | 604800 | wk wks | week wk
month  | time | 2629746 | mo mos | month
quarter | time | 7889238 | | quarter
year   | time | 31556952 | yr yrs | year yr
decade | time | 315569520 | | decade
century | time | 3155695200 | | century centuries
%      | share | 1 | % | percent per.cent pct pc percentage
pp     | points | 1 | pp ppt ppts | percentage.point percentage-point percent.point per.cent.point
bp     | points | 0.01 | bp bps | basis.point
"""
