package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5481 | 0.55 ns",
                "46.44 | 46.4 ns",
                "263.2 | 263 ns",
                "1234 | 1.23 µs",
                "4_000_000 | 4.00 ms",
                "12_300_000_000 | 12.3 s"
            })
    void timesHaveThreeDigits(String nanos, String text) {
        assertThat(Numbers.of(Double.parseDouble(nanos.replace("_", "")), "ns")).isEqualTo(text);
    }

    @Test
    void otherUnitsAreNotScaled() {
        assertThat(Numbers.of(112, "bytes")).isEqualTo("112 bytes");
        assertThat(Numbers.of(12345, "bytes")).isEqualTo("12,345 bytes");
        assertThat(Numbers.percent(0.88)).isEqualTo("-12 %");
        assertThat(Numbers.grouped("1000000")).isEqualTo("1,000,000");
        assertThat(Numbers.grouped("star")).isEqualTo("star");
    }
}
