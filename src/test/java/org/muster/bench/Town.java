package org.muster.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.muster.practice.PracticeConfig;
import org.muster.practice.PracticeServer;
import org.muster.practice.RequestLog;
import org.muster.practice.SampleData;

/**
 * Many practice accounts, each a server of its own, in one process. Says where they are, one line each, and then does what each line of its input says:
 * {@code latency MILLISECONDS} for all of them, {@code count} tells of each how many mutates it answered, how many contacts were in them and how many were in flight at once at most, and forgets it;
 * {@code cpu} tells what the process has used of the processors, in nanoseconds. It ends with its input.
 */
final class Town {
    private final List<PracticeServer> accounts = new ArrayList<>();

    private Town(int accounts, int contacts) throws IOException {
        SampleData all = SampleData.standard();
        SampleData some = SampleData.of(all.groups(), all.people().subList(0, contacts));
        for (int i = 0; i < accounts; i++) {
            this.accounts.add(PracticeServer.start(PracticeConfig.inMemory(some)));
        }
    }

    /** @param args how many accounts, and how many contacts each has */
    public static void main(String[] args) throws IOException {
        Town town = new Town(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        town.accounts.forEach(account -> System.out.println(account.endpoint() + " " + account.token()));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            town.obey(order.split(" "));
            System.out.flush();
        }
        town.accounts.forEach(PracticeServer::close);
    }

    private void obey(String[] order) {
        switch (order[0]) {
            case "latency" -> accounts.forEach(account -> account.faults().latency(Duration.ofMillis(Long.parseLong(order[1]))));
            case "count" -> accounts.forEach(account -> {
                List<RequestLog.Entry> mutates = account.log().entries().stream().filter(RequestLog.Entry::committed).toList();
                System.out.println(mutates.size() + " " + mutates.stream().mapToInt(RequestLog.Entry::items).sum() + " " + account.log().maxMutatesInFlight());
                account.log().clear();
            });
            case "cpu" -> System.out.println(((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
            default -> throw new IllegalArgumentException(order[0]);
        }
    }
}
